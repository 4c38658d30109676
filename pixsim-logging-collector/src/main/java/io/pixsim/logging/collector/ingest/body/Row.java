package io.pixsim.logging.collector.ingest.body;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One element of a batch: an event, or why it is none.
 *
 * @param event its members, or null
 * @param reason why there is no event, or null
 */
public record Row(
        @Nullable Map<String, @Nullable Object> event,
        @Nullable String reason) {

    /** An event. */
    public static Row event(Map<String, @Nullable Object> members) {
        return new Row(members, null);
    }

    /** What is none, and why. */
    public static Row rejected(String reason) {
        return new Row(null, reason);
    }
}
