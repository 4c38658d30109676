package io.pixsim.logging.gate;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** A logging call, as far as the gate may want to know it. It asks for no more than its rules need. */
public interface Call {

    /**
     * How bad the event is.
     *
     * @return the severity
     */
    Severity severity();

    /**
     * The stage that the event belongs to.
     *
     * @return its name, or null when there is none
     */
    @Nullable
    String stage();

    /**
     * The job that the event belongs to.
     *
     * @return its id, or null when there is none
     */
    @Nullable
    String jobId();

    /**
     * A field where an encoder would find it: on the call first, then in its context.
     *
     * @param name the field
     * @return its text, or null when there is none
     */
    @Nullable
    String field(String name);

    /**
     * The logger whose level holds for the call: its own, or the closest above it that has one.
     *
     * @return the logger's name
     */
    String levelOwner();
}
