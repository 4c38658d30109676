package io.pixsim.logging.collector.store;

import java.util.EnumMap;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import org.jspecify.annotations.Nullable;

/** Which entries: those that meet all that is set. Nothing set means all entries. Immutable. */
public final class EntryFilter {

    private static final EntryFilter ALL = builder().build();

    private final Map<Column, String> equal;
    private final @Nullable Severity minSeverity;
    private final @Nullable String stagePrefix;
    private final long fromMicros;
    private final long toMicros;
    private final @Nullable Search search;

    private EntryFilter(Builder builder) {
        equal = Map.copyOf(builder.equal);
        minSeverity = builder.minSeverity;
        stagePrefix = builder.stagePrefix;
        fromMicros = builder.fromMicros;
        toMicros = builder.toMicros;
        search = builder.search;
    }

    /** All entries. */
    public static EntryFilter all() {
        return ALL;
    }

    /** A builder of all entries, to be narrowed. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder of what this filter lets through, to be narrowed. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.equal.putAll(equal);
        builder.minSeverity = minSeverity;
        builder.stagePrefix = stagePrefix;
        builder.fromMicros = fromMicros;
        builder.toMicros = toMicros;
        builder.search = search;
        return builder;
    }

    /** The same for all times. */
    public EntryFilter withoutTimes() {
        return toBuilder().fromMicros(Long.MIN_VALUE).toMicros(Long.MAX_VALUE).build();
    }

    /** Whether it lets all entries through. */
    public boolean isAll() {
        return equal.isEmpty()
                && minSeverity == null
                && stagePrefix == null
                && fromMicros == Long.MIN_VALUE
                && toMicros == Long.MAX_VALUE
                && search == null;
    }

    /** What columns must hold, each as text; a level in any case or by an alias. */
    public Map<Column, String> equal() {
        return equal;
    }

    /** How bad an entry must be at least, or null. */
    public @Nullable Severity minSeverity() {
        return minSeverity;
    }

    /** What a stage must be, up to its colon, or null. */
    public @Nullable String stagePrefix() {
        return stagePrefix;
    }

    /** The first time that counts, in microseconds; {@link Long#MIN_VALUE} unless set. */
    public long fromMicros() {
        return fromMicros;
    }

    /** The last time that counts, in microseconds; {@link Long#MAX_VALUE} unless set. */
    public long toMicros() {
        return toMicros;
    }

    /** What its texts must hold, or null. */
    public @Nullable Search search() {
        return search;
    }

    /** Builds {@link EntryFilter}. Not safe for use by many threads. */
    public static final class Builder {

        private final Map<Column, String> equal = new EnumMap<>(Column.class);
        private @Nullable Severity minSeverity;
        private @Nullable String stagePrefix;
        private long fromMicros = Long.MIN_VALUE;
        private long toMicros = Long.MAX_VALUE;
        private @Nullable Search search;

        private Builder() {}

        /** Sets what a column must hold. */
        public Builder equal(Column column, String value) {
            equal.put(column, value);
            return this;
        }

        /** Sets {@link EntryFilter#minSeverity}. */
        public Builder minSeverity(@Nullable Severity severity) {
            minSeverity = severity;
            return this;
        }

        /** Sets {@link EntryFilter#stagePrefix}. */
        public Builder stagePrefix(@Nullable String prefix) {
            stagePrefix = prefix;
            return this;
        }

        /** Sets {@link EntryFilter#fromMicros}. */
        public Builder fromMicros(long micros) {
            fromMicros = micros;
            return this;
        }

        /** Sets {@link EntryFilter#toMicros}. */
        public Builder toMicros(long micros) {
            toMicros = micros;
            return this;
        }

        /** Sets {@link EntryFilter#search}. */
        public Builder search(@Nullable Search text) {
            search = text;
            return this;
        }

        /** The filter. */
        public EntryFilter build() {
            return new EntryFilter(this);
        }
    }
}
