package io.pixsim.logging.benchmarks.delivery;

import io.pixsim.logging.diagnostics.DeliveryStats;

/** Reads our own accounts. */
final class Accounts {

    private Accounts() {}

    static long dropped(DeliveryStats stats) {
        return stats.dropped().values().stream().mapToLong(Long::longValue).sum();
    }
}
