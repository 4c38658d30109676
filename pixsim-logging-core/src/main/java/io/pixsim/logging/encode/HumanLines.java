package io.pixsim.logging.encode;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
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
    private static final Set<Field> NOT_A_PAIR = Set.of(
            Fields.TIMESTAMP,
            Fields.LEVEL,
            Fields.MSG,
            Fields.SERVICE,
            Fields.ENV,
            Fields.LOGGER,
            Fields.THREAD,
            Fields.EXCEPTION);

    private final Redactor redactor;
    private final Limits limits;
    private final EventReader reader;
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
        this.redactor = redactor;
        this.limits = limits;
        this.reader = new EventReader(origin, redactor, limits);
        this.time = DateTimeFormatter.ofPattern("'['HH:mm:ss']'").withZone(zone);
    }

    /**
     * Encodes an event.
     *
     * @param event the event
     * @return the line and its line feed, and the stack trace where there is one
     */
    public String encode(LogEvent event) {
        EventFields fields = reader.read(event);
        String msg = HumanText.line(limits.clip(text(fields, Fields.MSG)));
        String name = eventName(fields, msg);

        StringBuilder line = new StringBuilder(256);
        line.append(time.format(event.instant())).append(' ');
        pad(line, level(text(fields, Fields.LEVEL)), 5);
        pad(line, HumanText.word(text(fields, Fields.SERVICE)), SERVICE_WIDTH);
        pad(line, name, EVENT_WIDTH);
        appendPairs(line, fields, name);
        if (!msg.isEmpty() && !msg.equals(name)) {
            line.append("msg=").append(msg);
        }
        endLine(line);
        appendStack(line, fields);
        return line.toString();
    }

    private static String eventName(EventFields fields, String msg) {
        Object stage = fields.get(Fields.STAGE);
        if (stage != null) {
            return HumanText.word(SafeText.of(stage));
        }
        if (!msg.isEmpty() && HumanText.isWord(msg)) {
            return msg;
        }
        String logger = text(fields, Fields.LOGGER);
        return HumanText.word(logger.substring(logger.lastIndexOf('.') + 1));
    }

    private void appendPairs(StringBuilder line, EventFields fields, String name) {
        boolean hasStack = fields.get(Fields.EXCEPTION) != null;
        fields.forEachKnown((field, value) -> {
            boolean told = NOT_A_PAIR.contains(field)
                    || (field == Fields.STAGE && name.equals(SafeText.of(value)))
                    || (field == Fields.ERROR && hasStack);
            if (!told) {
                appendPair(line, field.name(), value);
            }
        });
        fields.forEachOther((key, value) -> appendPair(line, key, value));
    }

    private void appendPair(StringBuilder line, String key, @Nullable Object value) {
        line.append(HumanText.word(limits.clip(key))).append('=').append(HumanText.value(pairValue(key, value)));
        line.append(' ');
    }

    private String pairValue(String key, @Nullable Object raw) {
        Object value = redactor.value(key, raw);
        return value == null ? "null" : limits.clip(new ValueWriter(redactor, limits, new JsonWriter(0)).text(value));
    }

    private void appendStack(StringBuilder line, EventFields fields) {
        Object stack = fields.get(Fields.EXCEPTION);
        if (stack != null) {
            line.append(HumanText.lines(limits.clip(SafeText.of(stack)))).append('\n');
        }
    }

    private static String level(String wireName) {
        return switch (wireName) {
            case "debug" -> "DEBUG";
            case "info" -> "INFO";
            case "warning" -> "WARN";
            case "error" -> "ERROR";
            default -> "CRIT";
        };
    }

    private static String text(EventFields fields, Field field) {
        return SafeText.of(fields.get(field));
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
