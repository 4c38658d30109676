package io.pixsim.logging.http.delivery;

import java.util.Map;

import io.pixsim.logging.diagnostics.DropReason;
import org.jspecify.annotations.Nullable;

/** Says what a forwarder can't say itself, since it knows neither events nor Logback. Must not throw. */
public interface Reporter {

    /** Says nothing. */
    Reporter SILENT = new Reporter() {
        @Override
        public byte @Nullable [] lossEvent(Map<DropReason, Long> losses) {
            return null;
        }

        @Override
        public void warn(String message) {
            // Diagnostics have said it.
        }
    };

    /**
     * Makes the event that tells in the stream what is missing from it.
     *
     * @param losses how many by reason
     * @return a finished event; null for none
     */
    byte @Nullable [] lossEvent(Map<DropReason, Long> losses);

    /**
     * Says that events are kept less safely than was asked for, once for each time that it begins.
     *
     * @param message one line; holds no secret and no log content
     */
    void warn(String message);
}
