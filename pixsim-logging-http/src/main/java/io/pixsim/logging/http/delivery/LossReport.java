package io.pixsim.logging.http.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.queue.EventQueue;

/**
 * Tells in the stream itself what is missing from it: one event when delivery has recovered, which is when events are
 * delivered, none was lost since the last time, and there is room again. For the thread that sends.
 */
final class LossReport {

    /** What a reader of the stream could not know otherwise. */
    private static final Set<DropReason> TOLD = Set.of(
            DropReason.QUEUE_FULL, DropReason.OVERSIZE, DropReason.EXPIRED, DropReason.SPOOL_FULL, DropReason.DAMAGED);

    private final Ledger ledger;
    private final EventQueue queue;
    private final long mostHeld;
    private final Reporter reporter;
    private final Map<DropReason, Long> told = new EnumMap<>(DropReason.class);
    private Map<DropReason, Long> seen = Map.of();

    LossReport(Ledger ledger, EventQueue queue, long mostHeld, Reporter reporter) {
        this.ledger = ledger;
        this.queue = queue;
        this.mostHeld = mostHeld;
        this.reporter = reporter;
    }

    /** Events were delivered just now. */
    void delivered() {
        Map<DropReason, Long> before = seen;
        seen = losses();
        if (!seen.equals(before) || seen.equals(told) || queue.heldBytes() > mostHeld) {
            return;
        }
        byte[] finished = reporter.lossEvent(since(told));
        if (finished != null && queue.offer(finished, true) >= 0) {
            told.putAll(seen);
        }
    }

    private Map<DropReason, Long> losses() {
        Map<DropReason, Long> losses = new EnumMap<>(DropReason.class);
        for (DropReason reason : TOLD) {
            if (ledger.droppedFor(reason) > 0) {
                losses.put(reason, ledger.droppedFor(reason));
            }
        }
        return losses;
    }

    private Map<DropReason, Long> since(Map<DropReason, Long> before) {
        Map<DropReason, Long> since = new EnumMap<>(DropReason.class);
        seen.forEach((reason, count) -> {
            long more = count - before.getOrDefault(reason, 0L);
            if (more > 0) {
                since.put(reason, more);
            }
        });
        return since;
    }
}
