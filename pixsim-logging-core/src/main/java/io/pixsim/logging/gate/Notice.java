package io.pixsim.logging.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event that the gate asks to be written, before the one that it was asked about; never decided upon itself. */
public sealed interface Notice {

    /**
     * Tells of events that were held back.
     *
     * @param ofCall whether it belongs to the context of the call; if not, it has no context
     * @param message what happened
     * @param fields its fields
     */
    record Summary(boolean ofCall, String message, Map<String, Object> fields) implements Notice {

        /**
         * Copies the fields, in their order.
         *
         * @param ofCall whether it belongs to the context of the call; if not, it has no context
         * @param message what happened
         * @param fields its fields
         */
        public Summary {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * An event that was held back and is written after all.
     *
     * @param event what was kept of it
     * @param heldBack how many of its kind were held back before it, since the last that was written
     */
    record Late(Snapshot event, long heldBack) implements Notice {}
}
