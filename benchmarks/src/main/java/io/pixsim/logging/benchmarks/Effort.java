package io.pixsim.logging.benchmarks;

import java.util.Locale;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long a run takes: to see that it works, to see where it stands, or to quote it. */
enum Effort {
    SMOKE(1, 1, 50, 1, 50),
    QUICK(1, 2, 800, 9, 60),
    THOROUGH(3, 3, 1000, 5, 1000);

    private final int forks;
    private final int warmups;
    private final int warmupMillis;
    private final int measurements;
    private final int measurementMillis;

    Effort(int forks, int warmups, int warmupMillis, int measurements, int measurementMillis) {
        this.forks = forks;
        this.warmups = warmups;
        this.warmupMillis = warmupMillis;
        this.measurements = measurements;
        this.measurementMillis = measurementMillis;
    }

    void applyTo(ChainedOptionsBuilder options) {
        options.forks(forks)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(warmupMillis))
                .measurementIterations(measurements)
                .measurementTime(TimeValue.milliseconds(measurementMillis));
    }

    /** For what takes long by itself, so that few of it fit into an iteration. */
    void lengthen(ChainedOptionsBuilder options) {
        options.measurementIterations(2 * measurements - 1)
                .measurementTime(TimeValue.milliseconds(3L * measurementMillis));
    }

    String describe() {
        return "%s: %d JVM(s) per line, each warmed up %d × %d ms and measured %d × %d ms"
                .formatted(
                        name().toLowerCase(Locale.ROOT), forks, warmups, warmupMillis, measurements, measurementMillis);
    }
}
