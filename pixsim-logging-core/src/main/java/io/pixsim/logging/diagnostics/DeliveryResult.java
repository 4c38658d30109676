package io.pixsim.logging.diagnostics;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a flush or a close achieved within its deadline.
 *
 * @param delivered events confirmed during the call
 * @param pending events that still wait in memory; always 0 after a close
 * @param spooled events that wait on disk, and are sent later by this process or another
 * @param deadLettered events that the endpoint refused during the call and that are in the dead-letter file
 * @param dropped events lost during the call, by reason
 */
public record DeliveryResult(
        long delivered, long pending, long spooled, long deadLettered, Map<DropReason, Long> dropped) {

    /** Nothing waited. */
    public static final DeliveryResult NOTHING = new DeliveryResult(0, 0, Map.of());

    /**
     * Copies the map, so that the value never changes.
     *
     * @param delivered events confirmed during the call
     * @param pending events that still wait in memory; always 0 after a close
     * @param spooled events that wait on disk, and are sent later by this process or another
     * @param deadLettered events that the endpoint refused during the call and that are in the dead-letter file
     * @param dropped events lost during the call, by reason
     */
    public DeliveryResult {
        dropped = Map.copyOf(dropped);
    }

    /**
     * What was achieved where nothing is kept on disk.
     *
     * @param delivered events confirmed during the call
     * @param pending events that still wait in memory
     * @param dropped events lost during the call, by reason
     */
    public DeliveryResult(long delivered, long pending, Map<DropReason, Long> dropped) {
        this(delivered, pending, 0, 0, dropped);
    }

    /**
     * What happened between two snapshots.
     *
     * @param before taken when the call began
     * @param after taken when it ended
     * @return the difference
     */
    public static DeliveryResult between(DeliveryStats before, DeliveryStats after) {
        Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
        after.dropped().forEach((reason, count) -> {
            long during = count - before.dropped().getOrDefault(reason, 0L);
            if (during > 0) {
                dropped.put(reason, during);
            }
        });
        return new DeliveryResult(
                after.delivered() - before.delivered(),
                after.pending(),
                after.spooled(),
                after.deadLettered() - before.deadLettered(),
                dropped);
    }

    /**
     * How many events did not get through: those that still wait, in memory or on disk, those that were refused, and those
     * that were lost meanwhile.
     *
     * @return the number of events; 0 when all is well
     */
    public long undelivered() {
        return pending + spooled + deadLettered + lost();
    }

    /**
     * How many events were lost for good.
     *
     * @return the number of events; 0 when all others were delivered, wait, or are in the dead-letter file
     */
    public long lost() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Both taken together.
     *
     * @param other the other
     * @return the sums
     */
    public DeliveryResult plus(DeliveryResult other) {
        Map<DropReason, Long> sum = new EnumMap<>(DropReason.class);
        sum.putAll(dropped);
        other.dropped.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new DeliveryResult(
                delivered + other.delivered,
                pending + other.pending,
                spooled + other.spooled,
                deadLettered + other.deadLettered,
                sum);
    }
}
