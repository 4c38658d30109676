package io.pixsim.logging.collector.store.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.postgres.Table.TableColumn;
import io.pixsim.logging.collector.store.sql.Where;

/** A filter as a condition on a table. */
final class Conditions {

    /** What Severity reads; where there is no column for severities, levels are compared by these. */
    private static final List<String> LEVELS =
            List.of("trace", "debug", "info", "warn", "warning", "err", "error", "crit", "critical", "fatal");

    private final Table table;

    Conditions(Table table) {
        this.table = table;
    }

    Where of(EntryFilter filter) {
        Where where = new Where();
        if (filter.fromMicros() != Long.MIN_VALUE) {
            from(where, filter.fromMicros());
        }
        if (filter.toMicros() != Long.MAX_VALUE) {
            where.and("\"timestamp\" <= ?", table.time(filter.toMicros()));
        }
        for (Map.Entry<Column, String> equal : filter.equal().entrySet()) {
            equal(where, equal.getKey(), equal.getValue());
        }
        if (filter.minSeverity() != null) {
            atLeast(where, filter.minSeverity());
        }
        if (filter.stagePrefix() != null) {
            String prefix = filter.stagePrefix() + ":";
            where.and("left(" + table.value(Column.STAGE) + ", ?) = ?", prefix.length(), prefix);
        }
        if (filter.search() != null) {
            new SearchCondition(table).addTo(where, filter.search());
        }
        return where;
    }

    /** What happened later arrived later, so partitions of days before are not looked at. */
    private void from(Where where, long micros) {
        where.and("\"timestamp\" >= ?", table.time(micros));
        if (table.isOwn()) {
            where.and("created_at >= ?", table.time(micros - DailyPartitions.microsAhead()));
        }
    }

    /** The same, for what comes after a place in the order of a query. */
    Where of(EntryQuery query) {
        Where where = of(query.filter());
        Position after = query.after();
        if (after == null) {
            return where;
        }
        Object time = table.time(after.micros());
        return switch (query.order()) {
            case NEWEST_FIRST ->
                where.and("\"timestamp\" <= ?", time).and("(\"timestamp\", id) < (?, ?)", time, after.id());
            case OLDEST_FIRST ->
                where.and("\"timestamp\" >= ?", time).and("(\"timestamp\", id) > (?, ?)", time, after.id());
            case ARRIVAL -> where.and("id > ?", after.id());
        };
    }

    private void equal(Where where, Column column, String value) {
        if (column == Column.LEVEL) {
            level(where, value);
        } else if (column.type() == ColumnType.ID) {
            id(where, column, value);
        } else if (column.type() == ColumnType.INTEGER) {
            where.and(table.value(column) + " = ?::bigint", value);
        } else {
            where.and(table.value(column) + " = ?", value);
        }
    }

    private void id(Where where, Column column, String value) {
        TableColumn found = table.column(column);
        if (found == null || !found.isInteger()) {
            where.and(table.value(column) + " = ?", value);
        } else if (Fitting.isWhole(value, found.bits())) {
            where.and(table.value(column) + " = ?", Long.parseLong(value));
        } else {
            where.and(
                    table.value(column) + " IS NULL AND " + table.extra(column.wireName() + Wire.RAW_SUFFIX) + " = ?",
                    value);
        }
    }

    /** A level that nobody knows counts as info, but is not called so. */
    private void level(Where where, String value) {
        String spelled = value.strip().toLowerCase(Locale.ROOT);
        Optional<Severity> severity = Severity.parse(value);
        severity.ifPresent(known -> where.and(table.isOwn() ? "severity = " + Severities.code(known) : isOneOf(known)));
        if (table.isOwn() && (severity.isEmpty() || severity.get() == Severity.INFO)) {
            where.and("lower(level) = ?", spelled);
        } else if (severity.isEmpty()) {
            where.and("lower(trim(level)) = ?", spelled);
        }
    }

    private void atLeast(Where where, Severity least) {
        if (table.isOwn()) {
            where.and("severity >= " + Severities.code(least));
        } else {
            where.and(severity() + " >= " + Severities.code(least));
        }
    }

    /** The severity of a row as a number. */
    String severity() {
        if (table.isOwn()) {
            return "severity";
        }
        StringBuilder sql = new StringBuilder("(CASE");
        for (Severity severity : Severity.values()) {
            sql.append(" WHEN ").append(isOneOf(severity)).append(" THEN ").append(Severities.code(severity));
        }
        return sql + " ELSE " + Severities.code(Severity.INFO) + " END)";
    }

    private static String isOneOf(Severity severity) {
        Stream<String> names = LEVELS.stream()
                .filter(name -> Severity.parse(name).filter(severity::equals).isPresent());
        return "lower(trim(level)) IN (" + names.map(Table::literal).collect(Collectors.joining(", ")) + ")";
    }
}
