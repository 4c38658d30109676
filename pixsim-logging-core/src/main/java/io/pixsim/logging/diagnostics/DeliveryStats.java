package io.pixsim.logging.diagnostics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What became of the events that were handed over for delivery, since start. At rest, {@code accepted = delivered +
 * pending + spooled + deadLettered + dropped}.
 *
 * @param accepted events handed over, and those that were found in the spool of a process that had ended
 * @param delivered events that an endpoint has confirmed
 * @param pending events that wait in memory, or are on their way from there
 * @param pendingBytes the bytes of memory that those hold; less than they have together once they are packed
 * @param spooled events that wait on disk, and outlive the process
 * @param deadLettered events that the endpoint refused and that are in the dead-letter file
 * @param retries requests that had to be repeated
 * @param dropped lost events by reason; a reason without losses is absent
 * @param oldest how long the oldest waiting event has waited, to about a second; zero when none waits
 * @param lastError why the last request that failed did, or an event was refused, without log content; null when none did
 * @param circuit whether the endpoint takes what it is sent
 */
public record DeliveryStats(
        long accepted,
        long delivered,
        long pending,
        long pendingBytes,
        long spooled,
        long deadLettered,
        long retries,
        Map<DropReason, Long> dropped,
        Duration oldest,
        @Nullable String lastError,
        Circuit circuit) {

    /** Nothing handed over, nothing lost. */
    public static final DeliveryStats NONE =
            new DeliveryStats(0, 0, 0, 0, 0, 0, 0, Map.of(), Duration.ZERO, null, Circuit.CLOSED);

    /**
     * Copies the map, so that the value never changes.
     *
     * @param accepted events handed over, and those that were found in the spool of a process that had ended
     * @param delivered events that an endpoint has confirmed
     * @param pending events that wait in memory, or are on their way from there
     * @param pendingBytes the bytes of memory that those hold; less than they have together once they are packed
     * @param spooled events that wait on disk, and outlive the process
     * @param deadLettered events that the endpoint refused and that are in the dead-letter file
     * @param retries requests that had to be repeated
     * @param dropped lost events by reason; a reason without losses is absent
     * @param oldest how long the oldest waiting event has waited, to about a second; zero when none waits
     * @param lastError why the last request that failed did, or an event was refused, without log content; null when none
     *     did
     * @param circuit whether the endpoint takes what it is sent
     */
    public DeliveryStats {
        dropped = Map.copyOf(dropped);
    }

    /**
     * Counters where nothing is kept on disk and nothing has failed.
     *
     * @param accepted events handed over
     * @param delivered events that an endpoint has confirmed
     * @param pending events that wait, or are on their way
     * @param pendingBytes the bytes that those hold
     * @param retries requests that had to be repeated
     * @param dropped lost events by reason; a reason without losses is absent
     */
    public DeliveryStats(
            long accepted,
            long delivered,
            long pending,
            long pendingBytes,
            long retries,
            Map<DropReason, Long> dropped) {
        this(accepted, delivered, pending, pendingBytes, 0, 0, retries, dropped, Duration.ZERO, null, Circuit.CLOSED);
    }

    /**
     * The losses of all reasons.
     *
     * @return how many events were dropped
     */
    public long droppedTotal() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Both taken together: sums, the older event, the worse circuit, and the last error of the other if it has one.
     *
     * @param other the other
     * @return both
     */
    public DeliveryStats plus(DeliveryStats other) {
        Map<DropReason, Long> sum = new EnumMap<>(DropReason.class);
        sum.putAll(dropped);
        other.dropped.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new DeliveryStats(
                accepted + other.accepted,
                delivered + other.delivered,
                pending + other.pending,
                pendingBytes + other.pendingBytes,
                spooled + other.spooled,
                deadLettered + other.deadLettered,
                retries + other.retries,
                sum,
                oldest.compareTo(other.oldest) > 0 ? oldest : other.oldest,
                other.lastError != null ? other.lastError : lastError,
                circuit.worse(other.circuit));
    }
}
