package io.pixsim.logging.test;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.Logging;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.sink.FanOutAppender;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;

/**
 * What all captures that are open at the same time share: an appender on the root logger, and what is to be put back when
 * the last of them ends. Follows the front door when that takes the root logger over.
 */
final class Listening {

    private static final Map<LoggerContext, Listening> ON = new ConcurrentHashMap<>();
    private static final Object TURNS = new Object();
    private static final Duration SHUTDOWN_DEADLINE = Duration.ofSeconds(2);

    private final LoggerContext logback;
    private final Logger root;
    private final LogbackState before;
    private final Level levelBefore;
    private final boolean frontDoorWasOpen;
    private final List<LogCapture> captures = new CopyOnWriteArrayList<>();

    @SuppressWarnings("ThreadLocalUsage") // one while somebody listens, and gone with it
    private final ThreadLocal<@Nullable WeakReference<ILoggingEvent>> last = new ThreadLocal<>();

    private volatile @Nullable Level levelSet;
    private volatile boolean frontDoorAsked;

    private Listening(LoggerContext logback) {
        this.logback = logback;
        this.root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        this.before = LogbackState.of(logback);
        this.levelBefore = root.getLevel();
        this.frontDoorWasOpen = LogbackState.appenders(root).stream().anyMatch(FanOutAppender.class::isInstance);
    }

    /** Those that listen now; null when nobody does. */
    static @Nullable Listening on(LoggerContext logback) {
        return ON.get(logback);
    }

    static LogCapture start(
            LoggerContext logback,
            Severity level,
            Hearing hearing,
            @Nullable LogCapture within,
            @Nullable Class<?> testClass) {
        synchronized (TURNS) {
            Listening listening = ON.get(logback);
            boolean first = listening == null;
            if (listening == null) {
                listening = new Listening(logback);
                ON.put(logback, listening);
            }
            LogCapture capture = new LogCapture(listening, level, hearing, within, testClass);
            listening.captures.add(capture);
            if (first) {
                listening.attach();
            }
            listening.setRootLevel(first);
            capture.showOnThread();
            return capture;
        }
    }

    void end(LogCapture capture) {
        synchronized (TURNS) {
            captures.remove(capture);
            if (!captures.isEmpty()) {
                setRootLevel(false);
                return;
            }
            try {
                if (frontDoorAsked && !frontDoorWasOpen) {
                    Logging.shutdown(SHUTDOWN_DEADLINE);
                }
                before.restore();
            } finally {
                ON.remove(logback); // or no later test would hear anything
            }
        }
    }

    /** The front door was configured, and puts sinks of its own on the root logger. */
    void frontDoorAsked() {
        frontDoorAsked = true;
    }

    /** Each event once, even when it comes over two appenders: the root logger's and the front door's. */
    void hand(ILoggingEvent event, EncodedOnce line) {
        if (isLast(event)) {
            return;
        }
        TestScope scope = TestScope.current();
        LogCapture own = CaptureScope.currentCapture();
        boolean several = areSeveral();
        for (LogCapture capture : captures) {
            if (capture.hears(scope, own, several)) {
                capture.take(line);
            } else {
                capture.missed(event, own);
            }
        }
        // Set now and not before: a value that logs while it is encoded puts an event of its own in between.
        last.set(new WeakReference<>(event));
    }

    /** The appenders of one event are called one after the other, on the thread that logs it. */
    private boolean isLast(ILoggingEvent event) {
        WeakReference<ILoggingEvent> seen = last.get();
        return seen != null && seen.refersTo(event);
    }

    /** What the root logger's level is for the current thread; null when that is for somebody else to say. */
    @Nullable
    Level rootLevelOfThread() {
        TestScope scope = TestScope.current();
        boolean isOfAnotherKit = scope != null && !(scope instanceof CaptureScope);
        if (isOfAnotherKit || root.getLevel() != levelSet) {
            return null;
        }
        LogCapture own = CaptureScope.currentCapture();
        boolean several = areSeveral();
        Level least = null;
        for (LogCapture capture : captures) {
            if (capture.hears(scope, own, several) && (least == null || least.isGreaterOrEqual(capture.level()))) {
                least = capture.level();
            }
        }
        return least == null ? levelBefore : least;
    }

    private boolean areSeveral() {
        return captures.stream().filter(LogCapture::isOutermost).count() > 1;
    }

    private void attach() {
        CaptureAppender appender = new CaptureAppender(logback);
        appender.start();
        root.addAppender(appender);
        CaptureLevels levels = new CaptureLevels(this, root);
        levels.setContext(logback);
        levels.start();
        logback.getTurboFilterList().add(0, levels);
    }

    /** The least that any of them wants; what a test sets itself stays. */
    private void setRootLevel(boolean first) {
        if (!first && root.getLevel() != levelSet) {
            return;
        }
        Level least = captures.stream()
                .map(LogCapture::level)
                .min(Comparator.comparingInt(Level::toInt))
                .orElse(levelBefore);
        levelSet = least;
        root.setLevel(least);
    }
}
