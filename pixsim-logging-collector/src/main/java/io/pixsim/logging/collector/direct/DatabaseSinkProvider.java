package io.pixsim.logging.collector.direct;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.collector.store.postgres.DatabaseUrl;
import io.pixsim.logging.collector.store.postgres.PostgresOptions;
import io.pixsim.logging.sink.SettingLookup;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;

/**
 * Has a program's events stored in the PostgreSQL that {@code PIXSIM_LOG_DB_URL} or {@code LOG_DATABASE_URL} names, in the
 * table that {@code PIXSIM_LOG_DB_TABLE} names, through the forwarder: with its queue, batches, retries and spool. They are
 * then not sent to an ingest endpoint, unless {@code PIXSIM_LOG_ENABLE_HTTP} is {@code force}.
 */
public final class DatabaseSinkProvider implements SinkProvider {

    private static final String URL = "PIXSIM_LOG_DB_URL";
    private static final String OTHER_URL = "LOG_DATABASE_URL";
    private static final String TABLE = "PIXSIM_LOG_DB_TABLE";
    private static final String A_URL =
            "postgresql://user:password@host:port/name, whose ssl, if any, is true, false or an sslmode";
    private static final String A_NAME = "a name of small letters, digits and underscores, of 40 at most";
    private static final String NONE = "none: events are not stored in a database";

    /** Found by {@link java.util.ServiceLoader}. */
    public DatabaseSinkProvider() {}

    @Override
    public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
        return database(settings.lookup()).map(options -> DatabaseAppenders.make(settings, options)).stream()
                .toList();
    }

    @Override
    public boolean storesInDatabase() {
        return true;
    }

    @Override
    public boolean replacesForwarding(SinkSettings settings) {
        boolean both = settings.lookup()
                .text("PIXSIM_LOG_ENABLE_HTTP")
                .filter(text -> text.equalsIgnoreCase("force"))
                .isPresent();
        return !both && database(settings.lookup()).isPresent();
    }

    /** One that can't be meant is told of, and events are sent as if there were none. */
    private static Optional<PostgresOptions> database(SettingLookup lookup) {
        String name = lookup.text(URL).isPresent() ? URL : OTHER_URL;
        return lookup.secret(name, allowed(DatabaseUrl::parse), A_URL, NONE)
                .map(PostgresOptions::standard)
                .flatMap(options -> inTable(options, lookup));
    }

    private static Optional<PostgresOptions> inTable(PostgresOptions options, SettingLookup lookup) {
        if (lookup.text(TABLE).isEmpty()) {
            return Optional.of(options);
        }
        return lookup.find(TABLE, allowed(options::withTable), A_NAME, NONE);
    }

    private static <T> Function<String, Optional<T>> allowed(Function<String, T> parse) {
        return text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        };
    }
}
