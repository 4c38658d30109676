package io.pixsim.logging.collector.ingest;

import java.util.Map;

/**
 * What is known of a client since the collector was started. Times are microseconds since 1970.
 *
 * @param service what it calls itself
 * @param events how many of its events were stored
 * @param lastSeen when it last sent something
 * @param lastEvent when the newest event of what it last sent happened
 * @param lag how long that event was on its way, in microseconds; negative when the client's clock is ahead
 * @param mostLag the most that this ever was
 * @param suppressed how many events its own gate held back, as it told
 * @param dropped how many events its delivery lost, as it told
 * @param lost both, by the reason that it told
 */
public record ClientState(
        String service,
        long events,
        long lastSeen,
        long lastEvent,
        long lag,
        long mostLag,
        long suppressed,
        long dropped,
        Map<String, Long> lost) {

    /** A copy that nobody changes. */
    public ClientState {
        lost = Map.copyOf(lost);
    }
}
