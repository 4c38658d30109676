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
     * @param ofJob the job
     * @return the notice
     */
    default Notice elsewhere(@Nullable String ofJob) {
        if (this instanceof Summary summary) {
            return new Summary(false, summary.severity, summary.message, summary.fields);
        }
        return this instanceof Late late ? new Late(late.event, late.heldBack, ofJob) : this;
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
     * An event that was held back and is written after all.
     *
     * @param event what was kept of it
     * @param heldBack how many of its kind were held back before it, since the last that was written
     * @param ofJob its job, where the context is not that of the job; null where it is
     */
    record Late(Snapshot event, long heldBack, @Nullable String ofJob) implements Notice {

        /**
         * What is written in the context of its job.
         *
         * @param event what was kept of it
         * @param heldBack how many of its kind were held back before it, since the last that was written
         */
        public Late(Snapshot event, long heldBack) {
            this(event, heldBack, null);
        }
    }
}
