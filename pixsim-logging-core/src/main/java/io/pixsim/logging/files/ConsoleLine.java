package io.pixsim.logging.files;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stages;
import org.jspecify.annotations.Nullable;

/**
 * A line for people, read back: {@code [HH:mm:ss] LEVEL service event key=value … msg=…} as the human encoder and the
 * Python package write it, or {@code date time - logger - LEVEL - message} as older files have it.
 *
 * <p>Values are what the line shows: a blank that was written as a middle dot is a blank again, escapes stay. What looks
 * like a field behind {@code msg=} never counts more than one before it.
 *
 * @param time the time of day; null where it is none
 * @param dateTime date and time, where the line has both
 * @param utc whether these are told in UTC, by a {@code Z} behind them, and not in the zone of whoever wrote them
 * @param fields what the line says, as text
 */
record ConsoleLine(
        @Nullable LocalTime time, @Nullable LocalDateTime dateTime, boolean utc, Map<String, @Nullable Object> fields) {

    private static final Pattern COLOUR = Pattern.compile("\\x1B\\[[0-9;]*m");
    private static final Pattern LINE = Pattern.compile(
            "\\[(\\d{2}:\\d{2}:\\d{2})]\\s+(\\w{3,8})\\s+(\\S+)\\s+(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern DATED = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?(Z?) - (\\S+) - (\\w{3,8}) - (.*)",
            Pattern.DOTALL);
    private static final Pattern PAIR = Pattern.compile("(?<![\\p{L}\\p{N}_])([a-z_]{2,20})=(\\S+)");
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern MESSAGE = Pattern.compile("(?<![\\p{L}\\p{N}_])msg=");
    private static final Pattern BELOW = Pattern.compile("\\s+[a-z_]{2,20}=\\S+(?:\\s+[\\p{L}\\p{N}_]+=\\S+)*\\s*");

    /** Null when the text is no such line. */
    static @Nullable ConsoleLine read(String text) {
        String plain = text.indexOf('\u001B') < 0 ? text : COLOUR.matcher(text).replaceAll("");
        if (plain.startsWith("[")) {
            Matcher line = LINE.matcher(plain);
            return line.matches() ? console(line) : null;
        }
        if (!plain.isEmpty() && Character.isDigit(plain.charAt(0))) {
            Matcher line = DATED.matcher(plain);
            return line.matches() ? dated(line) : null;
        }
        return null;
    }

    /** The instant that date and time tell, in a zone unless they tell their own; null where the line has not both. */
    @Nullable
    Instant instant(ZoneId zone) {
        return dateTime == null
                ? null
                : dateTime.atZone(utc ? ZoneOffset.UTC : zone).toInstant();
    }

    /** What a line below another says of the context; empty where it is something else, such as a stack trace. */
    static Map<String, Object> pairsBelow(String text) {
        return BELOW.matcher(text).matches() ? pairs(text) : Map.of();
    }

    private static ConsoleLine console(Matcher line) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(Fields.LEVEL.name(), line.group(2));
        if (!line.group(3).equals("-")) {
            fields.put(Fields.SERVICE.name(), line.group(3));
        }
        String rest = line.group(5) == null ? "" : line.group(5);
        addEvent(fields, line.group(4), rest);
        return new ConsoleLine(time(line.group(1)), null, false, fields);
    }

    private static void addEvent(Map<String, @Nullable Object> fields, String event, String rest) {
        Matcher message = MESSAGE.matcher(rest);
        boolean hasMessage = message.find();
        String before = hasMessage ? rest.substring(0, message.start()) : rest;
        boolean isStage = Stages.find(event) != null || event.indexOf(':') > 0;
        if (isStage) {
            fields.put(Fields.STAGE.name(), event);
        } else if (hasMessage) {
            fields.put(Fields.LOGGER.name(), event);
        }
        fields.putAll(pairs(before));
        if (hasMessage) {
            String text = rest.substring(message.end());
            pairs(text).forEach(fields::putIfAbsent);
            fields.put(Fields.MSG.name(), text.strip());
        } else {
            fields.put(Fields.MSG.name(), withoutMessage(event, before));
        }
    }

    /** Python writes the message in the event's place, blanks and all. */
    private static String withoutMessage(String event, String rest) {
        Matcher pair = PAIR.matcher(rest);
        String words = (pair.find() ? rest.substring(0, pair.start()) : rest).strip();
        return words.isEmpty() ? event : event + " " + words;
    }

    private static ConsoleLine dated(Matcher line) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(Fields.LEVEL.name(), line.group(6));
        fields.put(Fields.LOGGER.name(), line.group(5));
        String said = line.group(7).strip();
        fields.put(Fields.MSG.name(), withoutFields(said));
        pairs(said).forEach(fields::putIfAbsent);
        String fraction = line.group(3) == null ? "" : "." + line.group(3);
        boolean utc = !line.group(4).isEmpty();
        return new ConsoleLine(null, dateTime(line.group(1) + "T" + line.group(2) + fraction), utc, fields);
    }

    /** What stands before the pairs at the end, the first of which has a name of the catalog: no message says such a one. */
    private static String withoutFields(String text) {
        int end = text.length();
        int cut = end;
        while (end > 0) {
            int start = text.lastIndexOf(' ', end - 1) + 1;
            int equals = text.indexOf('=', start);
            if (equals < 0
                    || equals >= end - 1
                    || !KEY.matcher(text).region(start, equals).matches()) {
                break;
            }
            if (Fields.find(text.substring(start, equals)) != null) {
                cut = start;
            }
            end = start - 1;
        }
        return text.substring(0, cut).strip();
    }

    private static Map<String, Object> pairs(String text) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            pairs.put(pair.group(1), value(pair.group(2)));
        }
        return pairs;
    }

    private static String value(String written) {
        return written.equals("\"\"") ? "" : written.replace('·', ' ');
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable LocalDateTime dateTime(String text) {
        try {
            return LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
