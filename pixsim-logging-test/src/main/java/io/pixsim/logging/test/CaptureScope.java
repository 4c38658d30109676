package io.pixsim.logging.test;

import java.time.InstantSource;
import java.util.function.LongSupplier;

import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;

/** Marks the threads of a test that captures. Threads may outlive the test, so this is all that they hold of it. */
final class CaptureScope extends TestScope {

    private final @Nullable CaptureScope outer;
    private volatile @Nullable LogCapture capture;
    private volatile @Nullable ManualClock clock;

    /** The scope of a capture; within another one it counts for that, too, and for that alone once it has ended. */
    CaptureScope(LogCapture capture, @Nullable CaptureScope outer) {
        this.capture = capture;
        this.outer = outer;
    }

    /** The capture of the current thread; null when it has none, or one that has ended. */
    static @Nullable LogCapture currentCapture() {
        CaptureScope scope = TestScope.current() instanceof CaptureScope current ? current : null;
        while (scope != null && scope.capture == null) {
            scope = scope.outer;
        }
        return scope == null ? null : scope.capture;
    }

    void end() {
        capture = null;
        clock = null;
    }

    synchronized ManualClock stopTime() {
        ManualClock stopped = clock;
        if (stopped == null) {
            stopped = ManualClock.create();
            clock = stopped;
        }
        return stopped;
    }

    @Override
    public LongSupplier nanoClock() {
        ManualClock stopped = stoppedClock();
        return stopped == null ? System::nanoTime : stopped;
    }

    @Override
    public InstantSource clock() {
        ManualClock stopped = stoppedClock();
        return stopped == null ? InstantSource.system() : stopped;
    }

    @Override
    public boolean hasManualTime() {
        return stoppedClock() != null;
    }

    private @Nullable ManualClock stoppedClock() {
        ManualClock stopped = clock;
        return stopped != null || outer == null ? stopped : outer.stoppedClock();
    }
}
