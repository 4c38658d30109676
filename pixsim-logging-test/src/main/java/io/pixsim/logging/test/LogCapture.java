package io.pixsim.logging.test;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.MDC;

/**
 * A capture: what {@link CaptureLogs} opens for each test, and what other test frameworks, or a part of a test, open
 * themselves.
 *
 * <pre>{@code
 * try (LogCapture capture = LogCapture.start()) {
 *     worker.process(job);
 *
 *     assertThat(capture.logs()).job(123).followed(PIPELINE_START, PROVIDER_COMPLETE);
 * }
 * }</pre>
 *
 * It hears the thread that started it, the threads that this one begins, and tasks that are handed on with their context
 * ({@code LogContext.wrap}), on whatever thread they run; one that is started within another is heard by that, too. While
 * no other capture is open it also hears threads that work for no test: beside tests that run at the same time without
 * capturing, {@link CaptureLogs} is the better choice. To be closed by the thread that started it. Safe for use by many
 * threads otherwise.
 */
public final class LogCapture implements AutoCloseable {

    private final Listening listening;
    private final Level level;
    private final Hearing hearing;
    private final @Nullable LogCapture within;
    private final @Nullable Class<?> testClass;
    private final CaptureScope scope;
    private final Tape tape = new Tape();
    private final Unheard unheard = new Unheard();
    private final Thread owner = Thread.currentThread();
    private final @Nullable TestScope scopeBefore = TestScope.current();
    private final @Nullable Map<String, String> contextBefore = MDC.getCopyOfContextMap();
    private boolean closed;

    LogCapture(
            Listening listening,
            Severity level,
            Hearing hearing,
            @Nullable LogCapture within,
            @Nullable Class<?> testClass) {
        this.listening = listening;
        this.level = threshold(level);
        this.hearing = hearing;
        this.within = within;
        this.testClass = testClass;
        this.scope = new CaptureScope(this, within == null ? null : within.scope);
    }

    /**
     * Captures everything from now on, trace included.
     *
     * @return the capture, to be closed
     */
    public static LogCapture start() {
        return start(Severity.DEBUG);
    }

    /**
     * Captures from now on.
     *
     * @param level the root logger's level for its threads meanwhile; within another capture, whose level shows more, that
     *     one's
     * @return the capture, to be closed
     * @throws IllegalStateException when SLF4J is not bound to Logback
     */
    public static LogCapture start(Severity level) {
        LogCapture within = CaptureScope.currentCapture();
        Hearing hearing = within == null ? Hearing.NOBODYS_TOO : within.hearing;
        return Listening.start(logback(), level, hearing, within, null);
    }

    /**
     * What is captured, now and later.
     *
     * @return the logs, which can be read after the end, too
     */
    public CapturedLogs logs() {
        return new CapturedLogs(tape.recording(), unheard, testClass);
    }

    /**
     * Stops the library's time on the threads of this capture, until its end; see {@link ManualClock}.
     *
     * @return the clock that moves it; the same one each time
     */
    public ManualClock clock() {
        return scope.stopTime();
    }

    /**
     * Ends the capture. The context of the thread is what it was, and so is all else when no other capture is open.
     * Closing again does nothing.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        tape.stop();
        scope.end();
        if (Thread.currentThread() == owner) {
            putThreadBack();
        }
        listening.end(this);
    }

    void showOnThread() {
        TestScope.show(scope);
    }

    Level level() {
        return level;
    }

    boolean isOutermost() {
        return within == null;
    }

    /** Whether it hears the current thread. */
    boolean hears(@Nullable TestScope ofThread, @Nullable LogCapture captureOfThread, boolean othersListen) {
        return switch (hearing) {
            case ALL -> true;
            case NOBODYS_TOO -> (ofThread == null && !othersListen) || isWithin(captureOfThread);
            case OWN -> isWithin(captureOfThread);
        };
    }

    void take(EncodedOnce line) {
        tape.take(line);
    }

    /** An event that it did not hear: told when something is missed. */
    void missed(ILoggingEvent event, @Nullable LogCapture captureOfThread) {
        if (captureOfThread == null) {
            unheard.note(event.getThreadName());
        }
    }

    static LoggerContext logback() {
        ILoggerFactory factory = Binding.await();
        if (factory instanceof LoggerContext logback) {
            return logback;
        }
        throw new IllegalStateException(
                "SLF4J is bound to " + factory.getClass().getName() + ", and only Logback can be captured");
    }

    private boolean isWithin(@Nullable LogCapture captureOfThread) {
        for (LogCapture other = captureOfThread; other != null; other = other.within) {
            if (other == this) {
                return true;
            }
        }
        return false;
    }

    private void putThreadBack() {
        TestScope.show(scopeBefore);
        if (contextBefore == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(contextBefore);
        }
    }

    private static Level threshold(Severity severity) {
        return switch (severity) {
            case DEBUG -> Level.TRACE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR, CRITICAL -> Level.ERROR;
        };
    }
}
