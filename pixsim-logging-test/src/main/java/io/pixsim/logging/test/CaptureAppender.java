package io.pixsim.logging.test;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.pixsim.logging.logback.JsonLinesEncoder;

/** Encodes each event on the thread that logs it, as a sink does. */
final class CaptureAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Tape tape;
    private final JsonLinesEncoder encoder = new JsonLinesEncoder();

    CaptureAppender(Context context, Tape tape) {
        this.tape = tape;
        setName("pixsim-capture");
        setContext(context);
        encoder.setContext(context);
    }

    CaptureAppender(Context context, Tape tape, String service, String env) {
        this(context, tape);
        encoder.setService(service);
        encoder.setEnv(env);
    }

    @Override
    public void start() {
        encoder.start();
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        tape.take(event, encoder);
    }
}
