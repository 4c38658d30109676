package io.pixsim.logging.test;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.sink.SinkSettings;

/** Hands each event to the captures that hear its thread, encoded on that thread as a sink does it. */
final class CaptureAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final LoggerContext logback;
    private final JsonLinesEncoder encoder = new JsonLinesEncoder();

    CaptureAppender(LoggerContext logback) {
        this.logback = logback;
        setName("pixsim-capture");
        setContext(logback);
        encoder.setContext(logback);
    }

    /** One that writes what the front door's other sinks write. */
    CaptureAppender(SinkSettings settings) {
        this(settings.context());
        encoder.setService(settings.service());
        encoder.setEnv(settings.env());
        encoder.setRedactor(settings.redactor());
    }

    @Override
    public void start() {
        encoder.start();
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        Listening listening = Listening.on(logback);
        if (listening != null) {
            listening.hand(event, new EncodedOnce(event, encoder));
        }
    }
}
