package io.pixsim.logging.metrics;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.SuppressReason;

/**
 * The counters of {@link LoggingStats} as Micrometer meters, all beneath {@code pixsim.logging}. Each loss is a counter of
 * its own, by its reason, and there from the start.
 *
 * <pre>{@code
 * new LoggingMetrics(Logging::stats).bindTo(registry);
 * }</pre>
 *
 * Asks for one snapshot a second at the most, however many meters are read. Safe for use by many threads.
 */
public final class LoggingMetrics implements MeterBinder {

    private static final String PREFIX = "pixsim.logging.";
    private static final long FRESH_NANOS = 1_000_000_000;

    private final Supplier<LoggingStats> stats;
    private Reading last;

    /**
     * Meters of a source.
     *
     * @param stats usually {@code Logging::stats}
     */
    public LoggingMetrics(Supplier<LoggingStats> stats) {
        this.stats = Objects.requireNonNull(stats, "stats");
        this.last = new Reading(stats.get(), System.nanoTime());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "events", "outcome", "written", LoggingStats::written);
        for (SuppressReason reason : SuppressReason.values()) {
            counter(registry, "suppressed", "reason", name(reason), now -> now.suppressed(reason));
        }
        counter(registry, "sink.failures", LoggingStats::sinkFailures);
        counter(registry, "redacted", now -> sum(now.redacted().values()));
        bindDelivery(registry);
        bindFiles(registry);
        bindRecordings(registry);
    }

    private void bindDelivery(MeterRegistry registry) {
        counter(registry, "delivery.accepted", now -> now.delivery().accepted());
        counter(registry, "delivery.delivered", now -> now.delivery().delivered());
        counter(registry, "delivery.retries", now -> now.delivery().retries());
        counter(registry, "delivery.dead.lettered", now -> now.delivery().deadLettered());
        for (DropReason reason : DropReason.values()) {
            counter(
                    registry,
                    "delivery.dropped",
                    "reason",
                    name(reason),
                    now -> now.delivery().dropped().getOrDefault(reason, 0L));
        }
        gauge(registry, "delivery.pending", "events", now -> now.delivery().pending());
        gauge(registry, "delivery.pending.size", "bytes", now -> now.delivery().pendingBytes());
        gauge(registry, "delivery.spooled", "events", now -> now.delivery().spooled());
        gauge(
                registry,
                "delivery.oldest",
                "seconds",
                now -> now.delivery().oldest().toMillis() / 1000.0);
    }

    private void bindFiles(MeterRegistry registry) {
        counter(registry, "files.accepted", now -> now.files().accepted());
        counter(registry, "files.written", now -> now.files().written());
        for (FileLoss reason : FileLoss.values()) {
            counter(
                    registry,
                    "files.lost",
                    "reason",
                    name(reason),
                    now -> now.files().lost().getOrDefault(reason, 0L));
        }
        gauge(registry, "files.pending", "events", now -> now.files().pending());
        gauge(registry, "files.open", "files", now -> now.files().openFiles());
    }

    private void bindRecordings(MeterRegistry registry) {
        counter(
                registry,
                "recordings",
                "outcome",
                "replayed",
                now -> now.recordings().replayed());
        counter(
                registry,
                "recordings",
                "outcome",
                "discarded",
                now -> now.recordings().discarded());
        counter(
                registry,
                "recordings",
                "outcome",
                "displaced",
                now -> now.recordings().displaced());
        gauge(registry, "recordings.held", "events", now -> now.recordings().held());
        gauge(registry, "recordings.held.size", "bytes", now -> now.recordings().heldBytes());
    }

    private void counter(MeterRegistry registry, String name, ToDoubleFunction<LoggingStats> value) {
        // The function holds this object, so that the registry does, too: its own reference is a weak one.
        FunctionCounter.builder(PREFIX + name, this, self -> value.applyAsDouble(now()))
                .register(registry);
    }

    private void counter(
            MeterRegistry registry, String name, String tag, String tagValue, ToDoubleFunction<LoggingStats> value) {
        FunctionCounter.builder(PREFIX + name, this, self -> value.applyAsDouble(now()))
                .tag(tag, tagValue)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String unit, ToDoubleFunction<LoggingStats> value) {
        Gauge.builder(PREFIX + name, this, self -> value.applyAsDouble(now()))
                .baseUnit(unit)
                .strongReference(true)
                .register(registry);
    }

    private synchronized LoggingStats now() {
        long time = System.nanoTime();
        if (time - last.nanos() >= FRESH_NANOS) {
            last = new Reading(stats.get(), time);
        }
        return last.stats();
    }

    private static double sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private record Reading(LoggingStats stats, long nanos) {}
}
