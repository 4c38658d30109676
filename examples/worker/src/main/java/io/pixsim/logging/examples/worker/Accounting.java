package io.pixsim.logging.examples.worker;

import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.SuppressReason;

/**
 * Where every event went.
 *
 * @param emitted what the worker logged
 * @param delivered what the ingest endpoint confirmed
 * @param sampledOut what another event of its stage stands for
 * @param dropped what was lost
 * @param pending what still waits; nothing should
 */
record Accounting(long emitted, long delivered, long sampledOut, long dropped, long pending) {

    static Accounting of(LoggingStats stats) {
        return new Accounting(
                stats.emitted(),
                stats.delivery().delivered(),
                stats.suppressed(SuppressReason.SAMPLED),
                stats.delivery().droppedTotal(),
                stats.delivery().pending());
    }

    boolean balances() {
        return emitted == delivered + sampledOut + dropped;
    }

    @Override
    public String toString() {
        String sum = "emitted %d %s delivered %d + sampled out %d + dropped %d"
                .formatted(emitted, balances() ? "=" : "!=", delivered, sampledOut, dropped);
        return balances() ? sum : sum + ": does not add up, " + pending + " wait";
    }
}
