package io.pixsim.logging.examples.worker.pipeline;

import java.time.Duration;

/** How long something takes. */
final class Stopwatch {

    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
