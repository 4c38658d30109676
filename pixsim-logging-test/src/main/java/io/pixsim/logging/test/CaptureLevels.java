package io.pixsim.logging.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Gives each capture a level of its own. There is one root logger for all of them, whose level is the least that any one
 * wants: on the threads of the others, and of those who do not capture, this hides what their level hides. Loggers that
 * have levels of their own are left alone.
 */
final class CaptureLevels extends TurboFilter {

    private final Listening listening;
    private final Logger root;

    CaptureLevels(Listening listening, Logger root) {
        this.listening = listening;
        this.root = root;
        setName("pixsim-capture-levels");
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        Level ofThread = listening.rootLevelOfThread();
        if (ofThread == null
                || isHiddenAnyway(level)
                || level.isGreaterOrEqual(ofThread)
                || !takesLevelOfRoot(logger)) {
            return FilterReply.NEUTRAL;
        }
        return FilterReply.DENY;
    }

    /** Then a level of its job or domain may show it, or a recorder keep it: that is for the gate to say. */
    private boolean isHiddenAnyway(Level level) {
        return !level.isGreaterOrEqual(root.getEffectiveLevel());
    }

    private boolean takesLevelOfRoot(Logger logger) {
        if (logger == root) {
            return true;
        }
        LoggerContext loggers = logger.getLoggerContext();
        for (String name = logger.getName(); !name.isEmpty(); name = parent(name)) {
            Logger known = loggers.exists(name);
            if (known != null && known.getLevel() != null) {
                return false;
            }
        }
        return true;
    }

    /** Logback parts names at dollar signs, too. */
    private static String parent(String name) {
        return name.substring(0, Math.max(0, Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'))));
    }
}
