package io.pixsim.logging.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Outcome;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** An event that the gate asks to be written, before the one that it was asked about; never decided upon itself. */
public sealed interface Notice {

    /**
     * The same, to be written where the context is not that of its job.
     *
     * @return the notice
     */
    default Notice elsewhere() {
        return this instanceof Summary summary
                ? new Summary(false, summary.severity, summary.message, summary.fields)
                : this;
    }

    /**
     * Tells of events that were held back, or of a job that has ended.
     *
     * @param ofCall whether it belongs to the context of the call; if not, it has no context
     * @param severity how bad it is
     * @param message what happened
     * @param fields its fields
     */
    record Summary(boolean ofCall, Severity severity, String message, Map<String, Object> fields) implements Notice {

        /**
         * Copies the fields, in their order.
         *
         * @param ofCall whether it belongs to the context of the call; if not, it has no context
         * @param severity how bad it is
         * @param message what happened
         * @param fields its fields
         */
        public Summary {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /**
         * What is nothing to worry about.
         *
         * @param ofCall whether it belongs to the context of the call; if not, it has no context
         * @param message what happened
         * @param fields its fields
         */
        public Summary(boolean ofCall, String message, Map<String, Object> fields) {
            this(ofCall, Severity.INFO, message, fields);
        }
    }

    /**
     * A job has ended.
     *
     * @param jobId the job
     * @param outcome how it ended
     * @param summary what it came to; null when nobody is to be told
     */
    record JobEnd(String jobId, Outcome outcome, @Nullable Summary summary) implements Notice {}

    /**
     * An event that was held back and is written after all, in its own context.
     *
     * @param event what was kept of it
     * @param heldBack how many of its kind were held back before it, since the last that was written
     */
    record Late(Snapshot event, long heldBack) implements Notice {}
}
