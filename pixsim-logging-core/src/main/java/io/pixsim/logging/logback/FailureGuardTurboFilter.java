package io.pixsim.logging.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Stands between the caller and throwables that throw when they are read, or whose causes have no end: Logback reads them
 * while it makes the event, and what goes wrong there would reach the caller of the logger. Such an event is made here
 * instead, with what could be read, if the gate lets it through. A {@link GateTurboFilter} does the same of its own accord;
 * where there is none, or other turbo filters may accept a call before it, this one belongs first in {@code logback.xml}:
 *
 * <pre>{@code
 * <turboFilter class="io.pixsim.logging.logback.FailureGuardTurboFilter" />
 * }</pre>
 *
 * Safe for use by many threads.
 */
public final class FailureGuardTurboFilter extends TurboFilter {

    /** A guard to be put up. */
    public FailureGuardTurboFilter() {}

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        Throwable failure = CallEvents.failure(params, thrown);
        if (failure == null) {
            return FilterReply.NEUTRAL;
        }
        boolean loggable = Levels.isLoggable(logger, level);
        if (!(loggable || mayBeSeen(logger)) || ReadableFailure.isSafe(failure)) {
            return FilterReply.NEUTRAL;
        }
        GateTurboFilter gate = gate(logger);
        FilterReply reply =
                gate == null ? FilterReply.NEUTRAL : gate.decide(marker, logger, level, format, params, thrown);
        if (loggable ? reply != FilterReply.DENY : reply == FilterReply.ACCEPT) {
            logger.callAppenders(CallEvents.of(marker, logger, level, format, params, thrown));
        }
        return FilterReply.DENY;
    }

    @Override
    public FilterReply decide(Logger logger, org.slf4j.event.LoggingEvent call) {
        Level level = Level.convertAnSLF4JLevel(call.getLevel());
        Throwable failure = CallEvents.failure(call);
        if (failure == null
                || !(Levels.isLoggable(logger, level) || mayBeSeen(logger))
                || ReadableFailure.isSafe(failure)) {
            return FilterReply.NEUTRAL;
        }
        GateTurboFilter gate = gate(logger);
        if (gate == null || gate.decide(logger, call) != FilterReply.DENY) {
            logger.callAppenders(CallEvents.of(logger, level, call));
        }
        return FilterReply.DENY;
    }

    /** Whether something becomes of calls that their logger hides. */
    private static boolean mayBeSeen(Logger logger) {
        GateTurboFilter gate = gate(logger);
        return gate != null && gate.looksAtHidden();
    }

    /** Logback does not ask it any more: it is asked here, so that it knows of this event as of any other. */
    private static @Nullable GateTurboFilter gate(Logger logger) {
        for (TurboFilter filter : logger.getLoggerContext().getTurboFilterList()) {
            if (filter instanceof GateTurboFilter gate) {
                return gate;
            }
        }
        return null;
    }
}
