package io.pixsim.logging.logback;

import java.time.ZoneId;
import java.util.function.Function;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import io.pixsim.logging.encode.HumanLines;
import io.pixsim.logging.encode.Limits;
import io.pixsim.logging.encode.LogEvent;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.encode.Terminal;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Writes events for people at a console, redacted, one line each and a stack trace below: {@code [HH:mm:ss] LEVEL service
 * event key=value … msg=…}. For {@code logback.xml}:
 *
 * <pre>{@code
 * <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
 *   <encoder class="io.pixsim.logging.logback.HumanEncoder">
 *     <service>worker</service>
 *     <colour>AUTO</colour>
 *   </encoder>
 * </appender>
 * }</pre>
 *
 * Safe for use by many threads once started.
 */
public final class HumanEncoder extends EventEncoder {

    private final Terminal terminal;
    private Colour colour = Colour.AUTO;
    private @Nullable Appender<?> parent;

    /** An encoder to be configured and started. */
    public HumanEncoder() {
        this(Terminal.ofProcess());
    }

    HumanEncoder(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Sets whether lines are coloured. {@code AUTO} colours what goes to standard output, where that is a terminal; {@code
     * NO_COLOR}, {@code FORCE_COLOR} and {@code TERM=dumb} in the environment count.
     *
     * @param colour {@code AUTO} unless set
     */
    public void setColour(Colour colour) {
        this.colour = colour;
    }

    /**
     * Sets the appender that writes the lines. Logback calls this when it reads {@code logback.xml}.
     *
     * @param parent the appender; standard output is assumed unless set
     */
    public void setParent(Appender<?> parent) {
        this.parent = parent;
    }

    @Override
    Function<LogEvent, byte[]> encoding(Origin origin, Redactor redactor, Limits limits) {
        HumanLines lines = new HumanLines(origin, redactor, limits, ZoneId.systemDefault(), isColoured());
        return event -> utf8(lines.encode(event));
    }

    private boolean isColoured() {
        return switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> isStandardOutput() && terminal.takesColours();
        };
    }

    private boolean isStandardOutput() {
        if (parent == null) {
            return true;
        }
        return parent instanceof ConsoleAppender<?> console
                && console.getTarget().equals(ConsoleTarget.SystemOut.getName());
    }
}
