package io.pixsim.logging.sink;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** A sink that keeps the messages it was handed. */
final class CollectingSink extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    static CollectingSink started(LoggerContext context) {
        CollectingSink sink = new CollectingSink();
        sink.setContext(context);
        sink.setName("collecting");
        sink.start();
        return sink;
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    protected void append(ILoggingEvent event) {
        messages.add(event.getFormattedMessage());
    }
}
