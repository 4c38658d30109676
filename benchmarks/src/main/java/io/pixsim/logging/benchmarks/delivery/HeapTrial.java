package io.pixsim.logging.benchmarks.delivery;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;

/** What stays on the heap, in an outage or at full blast, and how a shutdown ends it. */
final class HeapTrial implements Trial {

    static final Duration DEADLINE = Duration.ofSeconds(2);
    /** Who is not done by then is left to itself. */
    static final long MOST_PATIENCE_MILLIS = 3_000;

    private static final long DOWN_RATE = 20_000;
    private static final int DOWN_SECONDS = 3;
    private static final long BLAST_MILLIS = 2_000;
    private static final double MEBIBYTE = 1 << 20;

    private final boolean blast;

    HeapTrial(boolean blast) {
        this.blast = blast;
    }

    @Override
    public void run(Setting setting, Figures figures) throws Exception {
        setting.sink().begin(Behaviour.GOOD);
        Ports ports = blast ? setting.ports() : setting.ports().closed();
        Candidate candidate = Candidate.start(setting.contestant(), ports, false);
        Calls calls = new Calls();
        if (blast) {
            calls.blast(BLAST_MILLIS);
        } else {
            calls.pace(DOWN_RATE, DOWN_RATE * DOWN_SECONDS);
        }
        figures.put("heap", heapAfterCollection() / MEBIBYTE);
        long start = System.nanoTime();
        CompletableFuture<Optional<DeliveryResult>> stopping =
                CompletableFuture.supplyAsync(() -> Optional.ofNullable(candidate.stop(DEADLINE)));
        DeliveryResult result = stopping.completeOnTimeout(
                        Optional.empty(), MOST_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join()
                .orElse(null);
        figures.put("stop", (System.nanoTime() - start) / 1e6);
        figures.put("logged", calls.count());
        SinkStatus status = setting.sink().awaitQuiet(DEADLINE.toMillis());
        figures.put("arrived", status.distinct());
        DeliveryStats stats = candidate.stats();
        if (stats != null && result != null) {
            figures.put("unaccounted", calls.count() - status.distinct() - Accounts.dropped(stats) - result.pending());
        }
    }

    /** As the collector saw it: by the time that somebody asks, those who still send have left garbage again. */
    private static long heapAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
