package io.pixsim.logging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what a logger of a name, or one below it, has logged. For {@code logback.xml}:
 *
 * <pre>{@code
 * <filter class="io.pixsim.logging.logback.LoggerNameFilter">
 *   <logger>services</logger>
 * </filter>
 * }</pre>
 *
 * Safe for use by many threads once started.
 */
public final class LoggerNameFilter extends Filter<ILoggingEvent> {

    private @Nullable String logger;

    /** A filter to be configured and started. */
    public LoggerNameFilter() {}

    /**
     * Sets the logger.
     *
     * @param logger its name; everything is let through unless set
     */
    public void setLogger(String logger) {
        this.logger = logger;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String wanted = logger;
        String name = event.getLoggerName();
        boolean below = wanted == null
                || (name.startsWith(wanted)
                        && (name.length() == wanted.length() || name.charAt(wanted.length()) == '.'));
        return below ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
