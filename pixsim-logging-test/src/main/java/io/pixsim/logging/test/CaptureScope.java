package io.pixsim.logging.test;

import java.time.InstantSource;
import java.util.function.LongSupplier;

import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;

/** Marks the threads of a test that captures. Threads may outlive the test, so this is all that they hold of it. */
final class CaptureScope extends TestScope {

    private volatile @Nullable LogCapture capture;
    private volatile @Nullable ManualClock clock;

    CaptureScope(LogCapture capture) {
        this.capture = capture;
    }

    /** The capture of the current thread; null when it has none, or one that has ended. */
    static @Nullable LogCapture currentCapture() {
        return TestScope.current() instanceof CaptureScope scope ? scope.capture : null;
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
        ManualClock stopped = clock;
        return stopped == null ? System::nanoTime : stopped;
    }

    @Override
    public InstantSource clock() {
        ManualClock stopped = clock;
        return stopped == null ? InstantSource.system() : stopped;
    }

    @Override
    public boolean hasManualTime() {
        return clock != null;
    }
}
