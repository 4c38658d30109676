package io.pixsim.logging.collector.store.sqlite;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.sql.Where;

/** A filter as a condition. */
final class Conditions {

    /** What finds less than any severity does. */
    static final Set<Column> IDS = EnumSet.of(Column.JOB_ID, Column.REQUEST_ID, Column.TRACE_ID);

    private Conditions() {}

    static Where of(EntryFilter filter) {
        Where where = new Where();
        if (filter.fromMicros() != Long.MIN_VALUE) {
            where.and("ts >= ?", filter.fromMicros());
        }
        if (filter.toMicros() != Long.MAX_VALUE) {
            where.and("ts <= ?", filter.toMicros());
        }
        boolean byId = filter.equal().keySet().stream().anyMatch(IDS::contains);
        for (Map.Entry<Column, String> equal : filter.equal().entrySet()) {
            equal(where, equal.getKey(), equal.getValue(), byId);
        }
        if (filter.minSeverity() != null) {
            severity(where, ">=", filter.minSeverity(), byId);
        }
        if (filter.stagePrefix() != null) {
            where.and("substr(stage, 1, ?) = ?", filter.stagePrefix().length() + 1, filter.stagePrefix() + ":");
        }
        if (filter.search() != null) {
            new SearchCondition().addTo(where, filter.search());
        }
        return where;
    }

    /** The same, for what comes after a place in the order of a query. */
    static Where of(EntryQuery query) {
        Where where = of(query.filter());
        Position after = query.after();
        if (after == null) {
            return where;
        }
        return switch (query.order()) {
            case NEWEST_FIRST ->
                where.and("ts <= ?", after.micros()).and("(ts, id) < (?, ?)", after.micros(), after.id());
            case OLDEST_FIRST ->
                where.and("ts >= ?", after.micros()).and("(ts, id) > (?, ?)", after.micros(), after.id());
            case ARRIVAL -> where.and("id > ?", after.id());
        };
    }

    private static void equal(Where where, Column column, String value, boolean byId) {
        if (column == Column.LEVEL) {
            level(where, value, byId);
        } else if (column.type() == ColumnType.INTEGER) {
            where.and(column.wireName() + " = CAST(? AS INTEGER)", value);
        } else {
            where.and(column.wireName() + " = ?", value);
        }
    }

    /** A level that nobody knows counts as info, but is not called so. */
    private static void level(Where where, String value, boolean byId) {
        Optional<Severity> severity = Severity.parse(value);
        severity.ifPresent(known -> severity(where, "=", known, byId));
        if (severity.isEmpty() || severity.get() == Severity.INFO) {
            where.and("lower(level) = ?", value.strip().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * With literals, and the words of the partial index beside them: the planner takes it for nothing that only implies them. Beside
     * an id it is not offered: the planner can't know which of both finds less.
     */
    private static void severity(Where where, String comparison, Severity severity, boolean byId) {
        where.and("severity " + comparison + " " + Severities.code(severity));
        if (!byId && severity.compareTo(Schema.LEAST_BAD) >= 0) {
            where.and(Schema.BAD);
        }
    }
}
