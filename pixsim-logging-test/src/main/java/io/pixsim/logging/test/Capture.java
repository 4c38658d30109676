package io.pixsim.logging.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.Logging;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.sink.FanOutAppender;
import io.pixsim.logging.sink.SinkSettings;

/** The capture of one test: hangs on the root logger, follows the front door when that takes the root logger over. */
final class Capture implements AutoCloseable {

    private static final List<Capture> ACTIVE = new CopyOnWriteArrayList<>();
    private static final Duration SHUTDOWN_DEADLINE = Duration.ofSeconds(2);

    private final LoggerContext logback;
    private final LogbackState before;
    private final boolean frontDoorWasOpen;
    private final Tape tape = new Tape();
    private volatile boolean frontDoorAsked;

    private Capture(LoggerContext logback) {
        this.logback = logback;
        this.before = LogbackState.of(logback);
        this.frontDoorWasOpen =
                LogbackState.appenders(root(logback)).stream().anyMatch(FanOutAppender.class::isInstance);
    }

    static Capture start(LoggerContext logback, Severity level) {
        Capture capture = new Capture(logback);
        Logger root = root(logback);
        CaptureAppender appender = new CaptureAppender(logback, capture.tape);
        appender.start();
        root.addAppender(appender);
        root.setLevel(threshold(level));
        ACTIVE.add(capture);
        return capture;
    }

    /** What the front door is to put among its sinks: a sink for each capture that is on. */
    static List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
        return ACTIVE.stream()
                .filter(capture -> capture.logback == settings.context())
                .map(capture -> capture.sink(settings))
                .toList();
    }

    CapturedLogs logs() {
        return new CapturedLogs(tape.recording());
    }

    @Override
    public void close() {
        ACTIVE.remove(this);
        tape.stop();
        if (frontDoorAsked && !frontDoorWasOpen) {
            Logging.shutdown(SHUTDOWN_DEADLINE);
        }
        before.restore();
    }

    /** A new one each time: the front door stops its old sinks after it has taken the new ones. */
    private Appender<ILoggingEvent> sink(SinkSettings settings) {
        frontDoorAsked = true;
        return new CaptureAppender(logback, tape, settings.service(), settings.env());
    }

    private static Level threshold(Severity severity) {
        return switch (severity) {
            case DEBUG -> Level.TRACE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR, CRITICAL -> Level.ERROR;
        };
    }

    private static Logger root(LoggerContext logback) {
        return logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
