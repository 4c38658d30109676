package io.pixsim.logging.collector.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stages;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Makes an entry of an event that is clean and redacted. What does not fit a column is put right, or stands in {@code extra}
 * under the name with {@link Wire#RAW_SUFFIX}: an event is never lost for one value. Used for one event.
 */
final class EntryMaker {

    private static final String UNKNOWN_SERVICE = "unknown";
    private static final String DEFAULT_ENV = "dev";
    static final String EXTRA = "extra";
    private static final String MESSAGE = "message";
    private static final int MOST_PLACES = 1000;
    /** A clock that is further ahead would stand on top of every page for as long. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Map<String, @Nullable Object> event;
    private final LogEntry.Builder entry = LogEntry.builder();
    private final List<String> repairs = new ArrayList<>();
    private final long now;

    private EntryMaker(Map<String, @Nullable Object> event, Clock clock) {
        this.event = event;
        this.now = EntryTime.micros(clock.instant());
    }

    /**
     * Makes an entry.
     *
     * @param event the members of the event; this method takes out of it what has a column
     * @param uid what no other event has, or null
     */
    static Made make(Map<String, @Nullable Object> event, @Nullable String uid, Clock clock) {
        EntryMaker maker = new EntryMaker(event, clock);
        maker.entry.uid(uid == null ? null : EventUid.of(uid));
        maker.flattenExtra();
        maker.time();
        maker.promote();
        Column.all().forEach(maker::column);
        maker.require();
        maker.entry.extra(event.isEmpty() ? null : JsonText.of(event));
        return new Made(maker.entry.build(), maker.repairs);
    }

    private void flattenExtra() {
        if (event.get(EXTRA) instanceof Map<?, ?> more) {
            event.remove(EXTRA);
            more.forEach((key, value) -> put((String) key, value));
        } else if (event.containsKey(EXTRA) && event.get(EXTRA) == null) {
            event.remove(EXTRA);
        }
    }

    /** Under a name that is free. */
    private void put(String wanted, @Nullable Object value) {
        String name = wanted;
        while (event.containsKey(name)) {
            name += Wire.RAW_SUFFIX;
        }
        event.put(name, value);
    }

    private void time() {
        String name = Fields.TIMESTAMP.name();
        Object sent = event.remove(name);
        if (sent == null) {
            entry.micros(now);
            return;
        }
        OptionalLong micros = micros(sent);
        if (micros.isPresent() && micros.getAsLong() <= now + AHEAD.toMillis() * 1000) {
            entry.micros(micros.getAsLong());
            return;
        }
        entry.micros(now);
        setAside(name, sent, micros.isPresent() ? "is more than a day ahead" : "is not ISO 8601");
    }

    private static OptionalLong micros(Object sent) {
        if (sent instanceof String text) {
            return EntryTime.parse(text);
        }
        return sent instanceof Number number ? EntryTime.ofNumber(decimal(number)) : OptionalLong.empty();
    }

    /** What has no message is told by its event; and an event's name may be that of a stage. */
    private void promote() {
        Object name = event.get(Fields.EVENT.name());
        if (name instanceof String text && event.get(Fields.STAGE.name()) == null && Stages.find(text) != null) {
            event.put(Fields.STAGE.name(), text);
        }
        if (event.get(Fields.MSG.name()) != null) {
            return;
        }
        String source = name != null ? Fields.EVENT.name() : MESSAGE;
        Object text = event.remove(source);
        if (text != null) {
            event.put(Fields.MSG.name(), text);
        }
    }

    private void column(Column column) {
        Object value = event.remove(column.wireName());
        switch (column.type()) {
            case TEXT -> entry.set(column, text(value));
            case ID -> id(column, value);
            case INTEGER -> integer(column, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value instanceof String ? (String) value : JsonText.of(value);
    }

    /** Clients of a server with a numeric column send a text under another name. */
    private void id(Column column, @Nullable Object sent) {
        String rawName = column.wireName() + Wire.RAW_SUFFIX;
        Object value = sent;
        if (value == null && event.get(rawName) instanceof String text) {
            event.remove(rawName);
            value = text;
        }
        if (value instanceof String text) {
            entry.set(column, text.isEmpty() ? null : new EntryId(text, false));
        } else if (value instanceof Long number) {
            entry.set(column, new EntryId(number.toString(), true));
        } else if (value instanceof Number number && isWhole(decimal(number))) {
            entry.set(column, new EntryId(decimal(number).toBigInteger().toString(), true));
        } else if (value != null) {
            setAside(column.wireName(), value, "is neither a whole number nor text");
        }
    }

    private void integer(Column column, @Nullable Object value) {
        if (value == null || value instanceof Long) {
            entry.set(column, value);
            return;
        }
        BigDecimal number = number(value);
        if (number == null
                || number.scale() > MOST_PLACES
                || number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            setAside(column.wireName(), value, "is not a number of 64 bits");
            return;
        }
        entry.set(column, number.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private static @Nullable BigDecimal number(Object value) {
        if (value instanceof Number number) {
            return decimal(number);
        }
        try {
            return value instanceof String text && text.length() <= 40 ? new BigDecimal(text.strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    private static boolean isWhole(BigDecimal number) {
        return number.precision() - number.scale() <= 40
                && number.scale() <= 40
                && number.remainder(BigDecimal.ONE).signum() == 0;
    }

    private void setAside(String name, Object value, String reason) {
        put(name + Wire.RAW_SUFFIX, value);
        repairs.add(name + " " + reason);
    }

    private void require() {
        String level = entryText(Column.LEVEL);
        if (level.isEmpty()) {
            repairs.add("level is missing");
            level = Severity.INFO.wireName();
        }
        entry.set(Column.LEVEL, level);
        entry.severity(Severity.parse(level).orElse(Severity.INFO));
        if (entryText(Column.SERVICE).isEmpty()) {
            repairs.add("service is missing");
            entry.set(Column.SERVICE, UNKNOWN_SERVICE);
        }
        if (entryText(Column.ENV).isEmpty()) {
            entry.set(Column.ENV, DEFAULT_ENV);
        }
    }

    private String entryText(Column column) {
        Object value = entry.get(column);
        return value == null ? "" : value.toString().strip();
    }
}
