package io.pixsim.logging.catalog;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;

/**
 * How bad an event is. {@link #CRITICAL}, which SLF4J has no method for, is also a marker: on an event of level error it
 * says that the whole system is affected.
 *
 * <pre>{@code
 * log.error(Severity.CRITICAL, "database connection lost", exception);
 * log.error(Severity.CRITICAL.at(Stage.PROVIDER_ERROR), "provider account locked");
 * }</pre>
 *
 * The other constants are thresholds; as markers they say nothing.
 */
public enum Severity implements FixedMarker {
    /** Detail for finding a fault; {@code trace} is written as this. */
    DEBUG,
    /** Normal operation. */
    INFO,
    /** Something unexpected that the service gets over. */
    WARNING,
    /** Something failed and needs attention. */
    ERROR,
    /** The system as a whole is affected. */
    CRITICAL;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /**
     * How this severity is written in events: {@code debug}, {@code info}, {@code warning}, {@code error}, {@code
     * critical}.
     *
     * @return the name in lower case
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Reads a severity's name, in any case, with blanks around it, or one of the aliases {@code TRACE}, {@code WARN},
     * {@code ERR}, {@code CRIT} and {@code FATAL}.
     *
     * @param name the name
     * @return the severity, or empty when there is none of that name
     */
    public static Optional<Severity> parse(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return switch (name.strip().toUpperCase(Locale.ROOT)) {
            case "TRACE", "DEBUG" -> Optional.of(DEBUG);
            case "INFO" -> Optional.of(INFO);
            case "WARN", "WARNING" -> Optional.of(WARNING);
            case "ERR", "ERROR" -> Optional.of(ERROR);
            case "CRIT", "CRITICAL", "FATAL" -> Optional.of(CRITICAL);
            default -> Optional.empty();
        };
    }

    /**
     * The severity of an event.
     *
     * @param level one of SLF4J's levels
     * @param critical whether its markers said {@link #CRITICAL}
     * @return the severity; {@link #CRITICAL} only for an event of level error
     */
    public static Severity of(Level level, boolean critical) {
        return switch (level) {
            case TRACE, DEBUG -> DEBUG;
            case INFO -> INFO;
            case WARN -> WARNING;
            case ERROR -> critical ? CRITICAL : ERROR;
        };
    }

    /**
     * One marker that carries this severity and a stage, for an SLF4J call that takes a single marker.
     *
     * @param stage the stage of the event
     * @return the pair as a marker
     */
    public Marker at(Stage stage) {
        return new SeverityAtStage(this, stage);
    }

    @Override
    public String getName() {
        return name();
    }
}
