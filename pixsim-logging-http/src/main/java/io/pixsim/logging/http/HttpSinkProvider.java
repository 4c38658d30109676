package io.pixsim.logging.http;

import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.sink.Forwarding;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;

/** Adds an {@link HttpAppender} behind the front door when an endpoint is configured. */
public final class HttpSinkProvider implements SinkProvider {

    /** Found by {@link java.util.ServiceLoader}. */
    public HttpSinkProvider() {}

    @Override
    public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
        return settings.forwarding().map(to -> appender(settings, to)).stream().toList();
    }

    @Override
    public boolean forwards() {
        return true;
    }

    private static Appender<ILoggingEvent> appender(SinkSettings settings, Forwarding to) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(settings.context());
        appender.setName("pixsim-http");
        appender.setUrl(to.url().toString());
        appender.setEndpoint(to.endpoint());
        to.batchSize().ifPresent(appender::setBatchSize);
        appender.flushEvery(to.flushInterval());
        appender.setService(settings.service());
        appender.setEnv(settings.env());
        settings.spoolFolder().ifPresent(folder -> appender.setSpoolDir(folder.toString()));
        appender.setRedactor(settings.redactor());
        return appender;
    }
}
