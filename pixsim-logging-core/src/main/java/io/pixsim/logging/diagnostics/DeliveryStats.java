package io.pixsim.logging.diagnostics;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the events that were handed over for delivery, since start. At rest, {@code accepted = delivered +
 * pending + dropped}.
 *
 * @param accepted events handed over
 * @param delivered events that an endpoint has confirmed
 * @param pending events that wait, or are on their way
 * @param pendingBytes the bytes that those hold
 * @param retries requests that had to be repeated
 * @param dropped lost events by reason; a reason without losses is absent
 */
public record DeliveryStats(
        long accepted, long delivered, long pending, long pendingBytes, long retries, Map<DropReason, Long> dropped) {

    /** Nothing handed over, nothing lost. */
    public static final DeliveryStats NONE = new DeliveryStats(0, 0, 0, 0, 0, Map.of());

    /**
     * Copies the map, so that the value never changes.
     *
     * @param accepted events handed over
     * @param delivered events that an endpoint has confirmed
     * @param pending events that wait, or are on their way
     * @param pendingBytes the bytes that those hold
     * @param retries requests that had to be repeated
     * @param dropped lost events by reason; a reason without losses is absent
     */
    public DeliveryStats {
        dropped = Map.copyOf(dropped);
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
     * Both taken together.
     *
     * @param other the other
     * @return the sums
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
                retries + other.retries,
                sum);
    }
}
