package io.pixsim.logging.encode;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Events for people who read files, one line each:
 *
 * <pre>{@code
 * YYYY-MM-DD HH:MM:SS - logger - LEVEL - message key=value …
 * YYYY-MM-DD HH:MM:SS - logger - LEVEL - function:line - message key=value …
 * }</pre>
 *
 * Time is local, levels are those of the wire in upper case. The message is whole, and stays one line; after it come {@code
 * stage}, what the event is about, its own fields, and its context, each value one word, as {@link HumanLines} has them. A
 * stack trace stands below, indented. Safe for use by many threads.
 *
 * <p>Source: the file formats of the Python backends.
 */
public final class PlainLines {

    private static final String BETWEEN = " - ";

    private final Origin origin;
    private final KeyTable keys;
    private final Limits limits;
    private final boolean callers;
    private final DateTimeFormatter time;

    /**
     * An encoding.
     *
     * @param origin who emits
     * @param redactor what every value goes through
     * @param limits how much of it is written
     * @param zone the zone of the times
     * @param callers whether function and line are written, which costs some microseconds an event
     */
    public PlainLines(Origin origin, Redactor redactor, Limits limits, ZoneId zone, boolean callers) {
        this.origin = origin;
        this.keys = new KeyTable(redactor, limits);
        this.limits = limits;
        this.callers = callers;
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
    }

    /**
     * Encodes an event.
     *
     * @param event the event
     * @return the line and its line feed, and what stands below it
     */
    public String encode(LogEvent event) {
        EventFields own = new EventFields(keys);
        List<KeyValuePair> keyValues = EventReader.keyValues(event);
        Severity severity = EventReader.read(event, keyValues, own);
        BoundFields bound = new BoundFields(origin, keys).read(event.context());
        ValueWriter values = new ValueWriter(keys, limits, new JsonWriter(0));
        HumanFields fields = new HumanFields(own, keyValues, bound, keys, limits, values);
        List<HumanPair> pairs = pairs(fields);
        String message = fields.message(new MessageText(values).format(event.message(), event.arguments()));

        StringBuilder line = new StringBuilder(256);
        line.append(time.format(event.instant())).append(BETWEEN);
        line.append(HumanText.line(values.texts().redacted(event.loggerName()))).append(BETWEEN);
        line.append(severity.name()).append(BETWEEN);
        if (callers) {
            line.append(caller(event.caller())).append(BETWEEN);
        }
        line.append(message);
        pairs.forEach(pair -> line.append(message.isEmpty() && line.charAt(line.length() - 1) == ' ' ? "" : " ")
                .append(pair.name())
                .append('=')
                .append(pair.text()));
        Failure failure = event.failure();
        if (failure != null) {
            line.append('\n').append(HumanStack.of(failure, values, limits));
        }
        return line.append('\n').toString();
    }

    private static List<HumanPair> pairs(HumanFields fields) {
        List<HumanPair> pairs = new ArrayList<>();
        HumanPair stage = fields.stage();
        HumanPair subject = fields.subject();
        if (stage != null) {
            pairs.add(stage);
        }
        if (subject != null) {
            pairs.add(subject);
        }
        pairs.addAll(fields.known());
        pairs.addAll(fields.others());
        pairs.addAll(fields.context());
        pairs.addAll(fields.failure());
        return pairs;
    }

    private static String caller(@Nullable StackTraceElement caller) {
        return caller == null
                ? "?:0"
                : HumanText.line(caller.getMethodName()) + ":" + Math.max(0, caller.getLineNumber());
    }
}
