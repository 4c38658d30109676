package io.pixsim.logging.logback;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.pixsim.logging.encode.Failure;
import org.jspecify.annotations.Nullable;

/** Logback's picture of a throwable, as an encoder reads it. */
record LogbackFailure(IThrowableProxy proxy) implements Failure {

    private static final StackTraceElementProxy[] NO_FRAMES = {};

    static @Nullable Failure of(@Nullable IThrowableProxy proxy) {
        return proxy == null ? null : new LogbackFailure(proxy);
    }

    @Override
    public String type() {
        return proxy.getClassName();
    }

    @Override
    public @Nullable String message() {
        return proxy.getMessage();
    }

    @Override
    public int frameCount() {
        return frames().length;
    }

    @Override
    public StackTraceElement frame(int index) {
        return frames()[index].getStackTraceElement();
    }

    @Override
    public int framesInCommon() {
        return Math.min(proxy.getCommonFrames(), frames().length);
    }

    /** A cause that is already among the throwables around it is marked so by Logback and ends the chain. */
    @Override
    public @Nullable Failure cause() {
        IThrowableProxy cause = proxy.getCause();
        return cause == null || cause.isCyclic() ? null : new LogbackFailure(cause);
    }

    @Override
    public List<Failure> suppressed() {
        List<Failure> failures = new ArrayList<>();
        IThrowableProxy[] suppressed = proxy.getSuppressed();
        if (suppressed == null) {
            return failures;
        }
        for (IThrowableProxy each : suppressed) {
            if (!each.isCyclic()) {
                failures.add(new LogbackFailure(each));
            }
        }
        return failures;
    }

    @Override
    public boolean isTorn() {
        return proxy instanceof ReadableFailure;
    }

    private StackTraceElementProxy[] frames() {
        StackTraceElementProxy[] frames = proxy.getStackTraceElementProxyArray();
        return frames == null ? NO_FRAMES : frames;
    }
}
