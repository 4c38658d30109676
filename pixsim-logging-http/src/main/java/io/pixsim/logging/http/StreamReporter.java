package io.pixsim.logging.http;

import java.util.Map;
import java.util.function.Function;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.ContextAware;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.delivery.Reporter;
import org.jspecify.annotations.Nullable;

/** Says what is missing in the stream itself, and what somebody should know in Logback's status. */
final class StreamReporter implements Reporter {

    private final ContextAware sink;
    private final Function<ILoggingEvent, byte @Nullable []> encode;

    StreamReporter(ContextAware sink, Function<ILoggingEvent, byte @Nullable []> encode) {
        this.sink = sink;
        this.encode = encode;
    }

    @Override
    public byte @Nullable [] lossEvent(Map<DropReason, Long> losses) {
        return sink.getContext() instanceof LoggerContext loggers ? encode.apply(LossEvent.of(losses, loggers)) : null;
    }

    @Override
    public void warn(String message) {
        sink.addWarn(message);
    }
}
