package io.pixsim.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Marker;

/** A filter of somebody else's that throws into every call. */
public final class ThrowingFilter extends TurboFilter {

    private final Runnable thrower;

    public ThrowingFilter() {
        this(() -> {
            throw new IllegalStateException("a filter's own");
        });
    }

    private ThrowingFilter(Runnable thrower) {
        this.thrower = thrower;
    }

    /** One that was compiled against classes that are not there. */
    public static ThrowingFilter ofMissingClass() {
        return new ThrowingFilter(() -> {
            throw new NoClassDefFoundError("a filter's own");
        });
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params, Throwable t) {
        thrower.run();
        return FilterReply.NEUTRAL;
    }
}
