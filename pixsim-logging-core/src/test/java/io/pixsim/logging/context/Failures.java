package io.pixsim.logging.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

/** What went wrong on another thread, for the test that started it. */
final class Failures implements Thread.UncaughtExceptionHandler {

    private final AtomicReference<Throwable> first = new AtomicReference<>();

    static Failures of(Thread thread) {
        Failures failures = new Failures();
        thread.setUncaughtExceptionHandler(failures);
        return failures;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        first.compareAndSet(null, failure);
    }

    void assertNone() {
        assertThat(first.get()).isNull();
    }
}
