package io.pixsim.logging.collector.entry;

import static io.pixsim.logging.collector.entry.ColumnType.ID;
import static io.pixsim.logging.collector.entry.ColumnType.INTEGER;
import static io.pixsim.logging.collector.entry.ColumnType.TEXT;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What an entry has a column for, in the order of an answer; whatever else an event brings is in its {@code extra}. The
 * time is no column: no entry is without one.
 */
public enum Column {
    LEVEL(Fields.LEVEL, TEXT),
    SERVICE(Fields.SERVICE, TEXT),
    ENV(Fields.ENV, TEXT),
    MSG(Fields.MSG, TEXT),
    REQUEST_ID(Fields.REQUEST_ID, TEXT),
    TRACE_ID(Fields.TRACE_ID, TEXT),
    JOB_ID(Fields.JOB_ID, ID),
    SUBMISSION_ID(Fields.SUBMISSION_ID, ID),
    ARTIFACT_ID(Fields.ARTIFACT_ID, ID),
    GENERATION_ID(Fields.GENERATION_ID, ID),
    PROVIDER_JOB_ID(Fields.PROVIDER_JOB_ID, TEXT),
    PROVIDER_ID(Fields.PROVIDER_ID, TEXT),
    OPERATION_TYPE(Fields.OPERATION_TYPE, TEXT),
    STAGE(Fields.STAGE, TEXT),
    CHANNEL(Fields.CHANNEL, TEXT),
    DOMAIN(Fields.DOMAIN, TEXT),
    USER_ID(Fields.USER_ID, ID),
    ERROR(Fields.ERROR, TEXT),
    ERROR_TYPE(Fields.ERROR_TYPE, TEXT),
    DURATION_MS(Fields.DURATION_MS, INTEGER),
    ATTEMPT(Fields.ATTEMPT, INTEGER);

    private static final List<Column> ALL = List.of(values());
    private static final Map<String, Column> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Column::wireName, Function.identity()));

    private final String wireName;
    private final ColumnType type;

    Column(Field field, ColumnType type) {
        this.wireName = field.name();
        this.type = type;
    }

    /** All columns, in order. */
    public static List<Column> all() {
        return ALL;
    }

    /** The column of a name, or null when there is none. */
    public static @Nullable Column find(String name) {
        return BY_NAME.get(name);
    }

    /** What it is called in events, in queries and in the store. */
    public String wireName() {
        return wireName;
    }

    /** Its place in a list of all columns in memory; nothing that is stored goes by it. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    /** What it holds. */
    public ColumnType type() {
        return type;
    }
}
