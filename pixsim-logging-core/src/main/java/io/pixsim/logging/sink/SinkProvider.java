package io.pixsim.logging.sink;

import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;

/**
 * Adds sinks behind the front door. Implementations are found by {@link java.util.ServiceLoader} on the class path or
 * the module path. Whatever one of them throws is told in one line and never reaches the program: then its sinks are left
 * out, or its answer is taken for no.
 */
public interface SinkProvider {

    /**
     * Makes the sinks that these settings ask for. Called at each configuration; the sinks are started by the caller and
     * stopped when a later configuration replaces them.
     *
     * @param settings what was configured
     * @return configured appenders, with their context set, not started; empty when the settings ask for none
     */
    List<Appender<ILoggingEvent>> sinks(SinkSettings settings);

    /**
     * Whether this provider forwards events to an ingest endpoint. When an endpoint is configured and no provider on the
     * class path does, the front door says so.
     *
     * @return true when {@link SinkSettings#forwarding()} is honoured
     */
    default boolean forwards() {
        return false;
    }

    /**
     * Whether this provider stores events in the database that {@code PIXSIM_LOG_DB_URL} or {@code LOG_DATABASE_URL} names.
     * When one of these is set and no provider on the class path does, the front door says so.
     *
     * @return true when these variables are honoured
     */
    default boolean storesInDatabase() {
        return false;
    }

    /**
     * Whether the sinks of this provider take the place of forwarding, as a database does: then no provider is told of an
     * ingest endpoint, or each event would be stored twice. Asked before sinks are made.
     *
     * @param settings what was configured, with the endpoint if there is one
     * @return true when {@link SinkSettings#forwarding()} is to be empty
     */
    default boolean replacesForwarding(SinkSettings settings) {
        return false;
    }
}
