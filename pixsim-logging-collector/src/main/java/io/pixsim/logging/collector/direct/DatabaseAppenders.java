package io.pixsim.logging.collector.direct;

import java.time.Clock;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.collector.store.postgres.PostgresOptions;
import io.pixsim.logging.http.HttpAppender;
import io.pixsim.logging.sink.SinkSettings;

/**
 * Makes the forwarder write to a database. Apart from its provider, which is looked for in every program: the forwarder's classes
 * are in those alone that forward.
 */
final class DatabaseAppenders {

    private DatabaseAppenders() {}

    static Appender<ILoggingEvent> make(SinkSettings settings, PostgresOptions options) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(settings.context());
        appender.setName("pixsim-database");
        appender.setDestination(() -> new DatabaseDestination(options, Clock.systemUTC()));
        appender.setService(settings.service());
        appender.setEnv(settings.env());
        // Beside what waits for an endpoint, when both are wanted.
        settings.spoolFolder()
                .ifPresent(folder ->
                        appender.setSpoolDir(folder.resolve("database").toString()));
        appender.setRedactor(settings.redactor());
        return appender;
    }
}
