package io.pixsim.logging.benchmarks.delivery;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.logback.JsonLinesEncoder;

/** Encodes as our forwarder does, and throws away: what handing over and delivering cost comes on top of this. */
public final class EncodeOnlyAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final JsonLinesEncoder encoder = new JsonLinesEncoder();
    private int bytes;

    /** Made by Logback. */
    public EncodeOnlyAppender() {}

    @Override
    public void start() {
        encoder.setService("worker");
        encoder.setEnv("dev");
        encoder.setContext(getContext());
        encoder.setDialect(Dialect.PIXSIM_BATCH);
        encoder.start();
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        bytes += encoder.encode(event).length;
    }

    @Override
    public String toString() {
        return "encoded " + bytes;
    }
}
