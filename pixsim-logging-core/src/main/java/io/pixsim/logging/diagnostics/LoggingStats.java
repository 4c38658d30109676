package io.pixsim.logging.diagnostics;

import java.util.List;
import java.util.Map;

/**
 * A snapshot of the counters, since logging was set up. {@code emitted = written + suppressed}; what became of written
 * events on their way to an endpoint is in {@link #delivery}.
 *
 * @param emitted events that the level let through
 * @param written events handed to every sink
 * @param suppressed events held back from every sink, by reason
 * @param losses the same events by reason, stage and job, but for those of {@link SuppressReason#RECURSION}
 * @param sinkFailures times that a sink threw while an event was handed to it
 * @param delivery what became of the events that were to be forwarded
 * @param redacted how often something was hidden, by rule; sinks that share a line count once
 * @param files what became of the events that were to be written to files
 * @param recordings what became of the events that were recorded because the level hides them
 */
public record LoggingStats(
        long emitted,
        long written,
        Map<SuppressReason, Long> suppressed,
        List<Loss> losses,
        long sinkFailures,
        DeliveryStats delivery,
        Map<String, Long> redacted,
        FileStats files,
        RecorderStats recordings) {

    /**
     * Copies maps and list, so that the value never changes.
     *
     * @param emitted events that the level let through
     * @param written events handed to every sink
     * @param suppressed events held back from every sink, by reason
     * @param losses the same events by reason, stage and job, but for those of {@link SuppressReason#RECURSION}
     * @param sinkFailures times that a sink threw while an event was handed to it
     * @param delivery what became of the events that were to be forwarded
     * @param redacted how often something was hidden, by rule; sinks that share a line count once
     * @param files what became of the events that were to be written to files
     * @param recordings what became of the events that were recorded because the level hides them
     */
    public LoggingStats {
        suppressed = Map.copyOf(suppressed);
        losses = List.copyOf(losses);
        redacted = Map.copyOf(redacted);
    }

    /**
     * The events held back for one reason.
     *
     * @param reason the reason
     * @return how many
     */
    public long suppressed(SuppressReason reason) {
        return suppressed.getOrDefault(reason, 0L);
    }
}
