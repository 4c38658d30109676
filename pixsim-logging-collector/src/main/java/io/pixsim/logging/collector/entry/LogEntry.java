package io.pixsim.logging.collector.entry;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** One event as it is stored: cleaned, redacted, and sorted into columns. Immutable. */
public final class LogEntry {

    /** The id of an entry that no store has given one yet. */
    public static final long NO_ID = 0;

    private final long id;
    private final long micros;
    private final Severity severity;
    private final @Nullable Object[] values;
    private final @Nullable String extra;
    private final @Nullable String uid;

    private LogEntry(Builder builder) {
        id = builder.id;
        micros = builder.micros;
        severity = builder.severity;
        values = builder.values.clone();
        extra = builder.extra;
        uid = builder.uid;
    }

    /** A builder of an entry without an id. */
    public static Builder builder() {
        return new Builder();
    }

    /** The store's number of it; higher than those of all that were stored before it. */
    public long id() {
        return id;
    }

    /** When it happened, in microseconds since 1970. */
    public long micros() {
        return micros;
    }

    /** What its level is compared by; {@link Severity#INFO} for a level that nobody knows. */
    public Severity severity() {
        return severity;
    }

    /** What a column holds, or null; a {@link String}, an {@link EntryId} or a {@link Long}, by its {@link ColumnType}. */
    public @Nullable Object get(Column column) {
        return values[column.place()];
    }

    /** All that has no column, as a JSON object, or null. */
    public @Nullable String extra() {
        return extra;
    }

    /** What no other event has, or null when its client gave it nothing of that kind. */
    public @Nullable String uid() {
        return uid;
    }

    /** How many characters it holds, roughly. */
    public int size() {
        int size = extra == null ? 0 : extra.length();
        for (Object value : values) {
            size += value instanceof String text ? text.length() : value == null ? 0 : Long.BYTES;
        }
        return size;
    }

    /** Builds {@link LogEntry}. Not safe for use by many threads. */
    public static final class Builder {

        private long id = NO_ID;
        private long micros;
        private Severity severity = Severity.INFO;
        private final @Nullable Object[] values = new Object[Column.all().size()];
        private @Nullable String extra;
        private @Nullable String uid;

        private Builder() {}

        /** Sets {@link LogEntry#id}. */
        public Builder id(long number) {
            id = number;
            return this;
        }

        /** Sets {@link LogEntry#micros}. */
        public Builder micros(long time) {
            micros = time;
            return this;
        }

        /** Sets {@link LogEntry#severity}. */
        public Builder severity(Severity value) {
            severity = value;
            return this;
        }

        /** Sets what a column holds; null empties it. */
        public Builder set(Column column, @Nullable Object value) {
            values[column.place()] = value;
            return this;
        }

        /** What a column holds by now, or null. */
        public @Nullable Object get(Column column) {
            return values[column.place()];
        }

        /** Sets {@link LogEntry#extra}. */
        public Builder extra(@Nullable String json) {
            extra = json;
            return this;
        }

        /** Sets {@link LogEntry#uid}. */
        public Builder uid(@Nullable String text) {
            uid = text;
            return this;
        }

        /** The entry. */
        public LogEntry build() {
            return new LogEntry(this);
        }
    }
}
