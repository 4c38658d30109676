package io.pixsim.logging.logback;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.pixsim.logging.encode.Failure;
import org.jspecify.annotations.Nullable;

/** Logback's picture of a throwable, as an encoder reads it; it is read more than once, by one thread. */
final class LogbackFailure implements Failure {

    private static final StackTraceElementProxy[] NO_FRAMES = {};

    private final IThrowableProxy proxy;
    private final StackTraceElementProxy[] frames;
    private @Nullable LogbackFailure cause;

    private LogbackFailure(IThrowableProxy proxy) {
        this.proxy = proxy;
        StackTraceElementProxy[] read = proxy.getStackTraceElementProxyArray();
        this.frames = read == null ? NO_FRAMES : read;
    }

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
        return frames.length;
    }

    @Override
    public StackTraceElement frame(int index) {
        return frames[index].getStackTraceElement();
    }

    @Override
    public int framesInCommon() {
        return Math.min(proxy.getCommonFrames(), frames.length);
    }

    /** A cause that is already among the throwables around it is marked so by Logback and ends the chain. */
    @Override
    public @Nullable Failure cause() {
        if (cause == null) {
            IThrowableProxy next = proxy.getCause();
            cause = next == null || next.isCyclic() ? null : new LogbackFailure(next);
        }
        return cause;
    }

    @Override
    public List<Failure> suppressed() {
        IThrowableProxy[] suppressed = proxy.getSuppressed();
        if (suppressed == null || suppressed.length == 0) {
            return List.of();
        }
        List<Failure> failures = new ArrayList<>();
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
}
