package io.pixsim.logging.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pixsim.logging.diagnostics.Circuit;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.RecorderStats;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.Test;

class LoggingMetricsTest {

    private static final LoggingStats STATS = new LoggingStats(
            12,
            10,
            Map.of(SuppressReason.SAMPLED, 2L),
            List.of(),
            1,
            new DeliveryStats(
                    9,
                    5,
                    3,
                    700,
                    6,
                    2,
                    4,
                    Map.of(DropReason.QUEUE_FULL, 1L),
                    Duration.ofMillis(1500),
                    null,
                    Circuit.CLOSED),
            Map.of("key", 3L, "jwt", 4L),
            new FileStats(8, 6, 1, Map.of(FileLoss.DISK_FULL, 1L), 2),
            new RecorderStats(20, 3, 4, 6, 7, 900, 2));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger snapshots = new AtomicInteger();

    @Test
    void everyCounterIsAMeter() {
        bind();

        assertThat(counter("events", "outcome", "written")).isEqualTo(10);
        assertThat(counter("suppressed", "reason", "sampled")).isEqualTo(2);
        assertThat(counter("suppressed", "reason", "rate_limited")).isZero();
        assertThat(counter("sink.failures")).isEqualTo(1);
        assertThat(counter("redacted")).isEqualTo(7);
        assertThat(counter("delivery.accepted")).isEqualTo(9);
        assertThat(counter("delivery.delivered")).isEqualTo(5);
        assertThat(counter("delivery.retries")).isEqualTo(4);
        assertThat(counter("delivery.dead.lettered")).isEqualTo(2);
        assertThat(counter("files.accepted")).isEqualTo(8);
        assertThat(counter("recordings", "outcome", "replayed")).isEqualTo(3);
        assertThat(counter("recordings", "outcome", "discarded")).isEqualTo(4);
        assertThat(counter("recordings", "outcome", "displaced")).isEqualTo(6);
        assertThat(counter("files.written")).isEqualTo(6);
        assertThat(gauge("delivery.pending")).isEqualTo(3);
        assertThat(gauge("delivery.pending.size")).isEqualTo(700);
        assertThat(gauge("delivery.spooled")).isEqualTo(6);
        assertThat(gauge("delivery.oldest")).isEqualTo(1.5);
        assertThat(gauge("files.pending")).isEqualTo(1);
        assertThat(gauge("files.open")).isEqualTo(2);
        assertThat(gauge("recordings.held")).isEqualTo(7);
        assertThat(gauge("recordings.held.size")).isEqualTo(900);
    }

    @Test
    void everyReasonOfALossHasItsMeterFromTheStart() {
        bind();

        assertThat(registry.find("pixsim.logging.delivery.dropped").functionCounters())
                .hasSameSizeAs(DropReason.values());
        assertThat(registry.find("pixsim.logging.files.lost").functionCounters())
                .hasSameSizeAs(FileLoss.values());
        assertThat(registry.find("pixsim.logging.suppressed").functionCounters())
                .hasSameSizeAs(SuppressReason.values());
    }

    @Test
    void metersOutliveWhoBoundThem() {
        bind();

        System.gc();

        assertThat(registry.getMeters().stream().map(Meter::measure))
                .allSatisfy(measured -> assertThat(measured)
                        .allSatisfy(measurement ->
                                assertThat(measurement.getValue()).isNotNaN()));
    }

    @Test
    void readingAllMetersTakesNoSnapshotEach() {
        bind();

        registry.getMeters()
                .forEach(meter -> meter.measure()
                        .forEach(value -> assertThat(value.getValue()).isNotNegative()));

        assertThat(snapshots.get()).isLessThan(registry.getMeters().size());
    }

    private void bind() {
        new LoggingMetrics(() -> {
                    snapshots.incrementAndGet();
                    return STATS;
                })
                .bindTo(registry);
    }

    private double counter(String name, String... tags) {
        return registry.get("pixsim.logging." + name)
                .tags(tags)
                .functionCounter()
                .count();
    }

    private double gauge(String name) {
        return registry.get("pixsim.logging." + name).gauge().value();
    }
}
