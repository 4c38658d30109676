package io.pixsim.logging.encode;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Events for people at a console, in the grammar that the PixSim log reader parses:
 *
 * <pre>{@code
 * [HH:mm:ss] LEVEL service    event                          key=value … msg=the rest of the line
 * }</pre>
 *
 * Time is local. The event is the stage where there is one, else the message where that is one word, else the logger's
 * short name. A value is one word: blanks in it are written as JSON escapes; only the message, which comes last, keeps
 * its blanks. Control characters are escaped, so that no value can begin a line of its own. A stack trace follows on
 * lines of its own. Immutable and safe for use by many threads.
 *
 * <p>Source: the console format of the Python package.
 */
public final class HumanLines {

    private static final int SERVICE_WIDTH = 10;
    private static final int EVENT_WIDTH = 30;
    private static final Set<Field> NOT_A_PAIR = Set.of(Fields.SERVICE, Fields.ENV);

    private final Origin origin;
    private final KeyTable keys;
    private final Limits limits;
    private final DateTimeFormatter time;

    /**
     * An encoding.
     *
     * @param origin who emits
     * @param redactor what every value goes through
     * @param limits how much of it is written
     * @param zone the zone of the times
     */
    public HumanLines(Origin origin, Redactor redactor, Limits limits, ZoneId zone) {
        this.origin = origin;
        this.keys = new KeyTable(redactor, limits);
        this.limits = limits;
        this.time = DateTimeFormatter.ofPattern("'['HH:mm:ss']'").withZone(zone);
    }

    /**
     * Encodes an event.
     *
     * @param event the event
     * @return the line and its line feed, and the stack trace where there is one
     */
    public String encode(LogEvent event) {
        EventFields own = new EventFields(keys);
        Severity severity = EventReader.read(event, own);
        BoundFields bound = BoundFields.of(origin, event.context(), keys);
        ValueWriter values = new ValueWriter(keys, limits, new JsonWriter(0));
        String message = new MessageText(values, limits).format(event.message(), event.arguments());
        return line(event, severity, own, bound, HumanText.line(limits.clip(message)), values);
    }

    private String line(
            LogEvent event, Severity severity, EventFields own, BoundFields bound, String msg, ValueWriter values) {
        String stage = word(own, bound, Fields.STAGE);
        String name = stage != null ? stage : nameWithoutStage(event, msg);

        StringBuilder line = new StringBuilder(256);
        line.append(time.format(event.instant())).append(' ');
        pad(line, level(severity), 5);
        pad(line, String.valueOf(word(own, bound, Fields.SERVICE)), SERVICE_WIDTH);
        pad(line, name, EVENT_WIDTH);
        appendKnown(line, own, bound, event.failure() != null, values);
        appendOthers(line, own, bound, values);
        if (!msg.isEmpty() && !msg.equals(name)) {
            line.append("msg=").append(msg);
        }
        endLine(line);
        appendStack(line, event.failure());
        return line.toString();
    }

    private static String nameWithoutStage(LogEvent event, String msg) {
        if (!msg.isEmpty() && HumanText.isWord(msg)) {
            return msg;
        }
        String logger = event.loggerName();
        return HumanText.word(logger.substring(logger.lastIndexOf('.') + 1));
    }

    private void appendKnown(
            StringBuilder line, EventFields own, BoundFields bound, boolean hasStack, ValueWriter values) {
        for (Field field : Fields.all()) {
            boolean told = field == Fields.STAGE || NOT_A_PAIR.contains(field) || (field == Fields.ERROR && hasStack);
            Object value = value(own, bound, field);
            if (!told && value != null) {
                appendPair(line, keys.key(field.name()), value, values);
            }
        }
    }

    private void appendOthers(StringBuilder line, EventFields own, BoundFields bound, ValueWriter values) {
        for (Map.Entry<String, @Nullable Object> other : bound.others().entrySet()) {
            if (!own.hasOther(other.getKey())) {
                appendPair(line, keys.key(other.getKey()), other.getValue(), values);
            }
        }
        for (int i = 0; i < own.others(); i++) {
            appendPair(line, own.otherKey(i), own.otherValue(i), values);
        }
    }

    private void appendPair(StringBuilder line, Key key, @Nullable Object raw, ValueWriter values) {
        String value = raw == null ? "null" : key.isSensitive() ? Redactor.MASK : values.text(raw);
        line.append(HumanText.word(key.name())).append('=');
        line.append(HumanText.value(limits.clip(value))).append(' ');
    }

    private void appendStack(StringBuilder line, @Nullable Failure failure) {
        if (failure != null) {
            String stack = StackText.of(failure, limits.maxStringLength());
            line.append(HumanText.lines(stack)).append('\n');
        }
    }

    private static @Nullable Object value(EventFields own, BoundFields bound, Field field) {
        int position = Fields.position(field.name());
        return own.has(field) ? own.known(position) : bound.known(position);
    }

    private static @Nullable String word(EventFields own, BoundFields bound, Field field) {
        Object value = value(own, bound, field);
        return value == null ? null : HumanText.word(SafeText.of(value));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case DEBUG -> "DEBUG";
            case INFO -> "INFO";
            case WARNING -> "WARN";
            case ERROR -> "ERROR";
            case CRITICAL -> "CRIT";
        };
    }

    private static void pad(StringBuilder line, String word, int width) {
        line.append(word).append(" ".repeat(Math.max(0, width - word.length()))).append(' ');
    }

    private static void endLine(StringBuilder line) {
        int end = line.length();
        while (line.charAt(end - 1) == ' ') {
            end--;
        }
        line.setLength(end);
        line.append('\n');
    }
}
