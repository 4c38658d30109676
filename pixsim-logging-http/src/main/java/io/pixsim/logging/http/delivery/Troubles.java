package io.pixsim.logging.http.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.DropReason;

/** Tells of failing deliveries, once for each outage, and of losses. For one thread. */
final class Troubles {

    /** Losses that somebody should do something about. */
    private static final Set<DropReason> WORTH_TELLING = Set.of(
            DropReason.QUEUE_FULL,
            DropReason.OVERSIZE,
            DropReason.REJECTED,
            DropReason.EXPIRED,
            DropReason.SPOOL_FULL,
            DropReason.DAMAGED,
            DropReason.UNSENT_AT_CLOSE);

    private final Ledger ledger;
    private final Map<DropReason, Long> told = new EnumMap<>(DropReason.class);
    private boolean failing;

    Troubles(Ledger ledger) {
        this.ledger = ledger;
    }

    void setback(String reason) {
        if (!failing) {
            failing = true;
            Diagnostics.shared()
                    .trouble("log events are not delivered (" + reason + "); they wait and are tried again");
        }
    }

    void success() {
        failing = false;
    }

    void losses() {
        Map<DropReason, Long> lost = new EnumMap<>(DropReason.class);
        for (DropReason reason : WORTH_TELLING) {
            long count = ledger.droppedFor(reason);
            long before = told.getOrDefault(reason, 0L);
            if (count > before) {
                lost.put(reason, count - before);
                told.put(reason, count);
            }
        }
        if (!lost.isEmpty()) {
            Diagnostics.shared().trouble("log events were lost: " + lost);
        }
    }
}
