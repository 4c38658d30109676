package io.pixsim.logging.collector.direct;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.collector.store.postgres.DatabaseUrl;
import io.pixsim.logging.collector.store.postgres.PostgresOptions;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;
import org.jspecify.annotations.Nullable;

/**
 * Has a program's events stored in the PostgreSQL that {@code PIXSIM_LOG_DB_URL} or {@code LOG_DATABASE_URL} names, in the
 * table that {@code PIXSIM_LOG_DB_TABLE} names, through the forwarder: with its queue, batches, retries and spool. They are
 * then not sent to an ingest endpoint, unless {@code PIXSIM_LOG_ENABLE_HTTP} is {@code force}.
 */
public final class DatabaseSinkProvider implements SinkProvider {

    /** Found by {@link java.util.ServiceLoader}. */
    public DatabaseSinkProvider() {}

    @Override
    public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
        return url().map(url -> DatabaseAppenders.make(settings, options(url))).stream()
                .toList();
    }

    @Override
    public boolean replacesForwarding() {
        boolean both = setting("PIXSIM_LOG_ENABLE_HTTP")
                .filter(text -> text.toLowerCase(Locale.ROOT).equals("force"))
                .isPresent();
        return !both && url().filter(DatabaseSinkProvider::isUsable).isPresent();
    }

    private static Optional<String> url() {
        return setting("PIXSIM_LOG_DB_URL").or(() -> setting("LOG_DATABASE_URL"));
    }

    /** One that is not is told of when sinks are made of it; events are then sent as if there were none. */
    private static boolean isUsable(String url) {
        try {
            options(url);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static PostgresOptions options(String url) {
        PostgresOptions options = PostgresOptions.standard(DatabaseUrl.parse(url));
        return setting("PIXSIM_LOG_DB_TABLE").map(options::withTable).orElse(options);
    }

    /** As core reads settings: from a system property of that name, or of its usual Java spelling, else from the environment. */
    private static Optional<String> setting(String name) {
        String spelled = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return told(System.getProperty(name))
                .or(() -> told(System.getProperty(spelled)))
                .or(() -> told(System.getenv(name)));
    }

    private static Optional<String> told(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
