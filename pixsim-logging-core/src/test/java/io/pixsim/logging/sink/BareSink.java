package io.pixsim.logging.sink;

import java.util.function.Consumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

/** A sink with nothing of Logback's between the fan and what it does: neither a guard nor a catch. */
final class BareSink extends AppenderBase<ILoggingEvent> {

    private final Consumer<ILoggingEvent> action;

    BareSink(Consumer<ILoggingEvent> action) {
        this.action = action;
        setName("bare");
        start();
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void doAppend(ILoggingEvent event) {
        action.accept(event);
    }

    @Override
    protected void append(ILoggingEvent event) {
        action.accept(event);
    }
}
