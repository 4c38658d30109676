package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.NumericIds;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.sql.Where;
import org.jspecify.annotations.Nullable;

/** The different values of a column, or of a key of {@code extra}. */
final class ValueQueries {

    /** Numbers by their size and before texts, texts as they are spelled. */
    private static final Comparator<Object> ASCENDING = Comparator.comparing(ValueQueries::isText)
            .thenComparing(value -> isText(value) ? 0 : value.toString().length())
            .thenComparing(Object::toString);

    private final DayFiles files;

    ValueQueries(DayFiles files) {
        this.files = files;
    }

    List<Object> ofColumn(Column column, EntryFilter filter, int limit, Deadline deadline) throws SQLException {
        NavigableSet<Object> values = new TreeSet<>(ASCENDING);
        Optional<KindFilter> kinds = KindFilter.COLUMNS.contains(column) ? KindFilter.of(filter) : Optional.empty();
        String name = column.wireName();
        String numbers = "(numbers & " + NumericIds.bit(column) + ")";
        Set<String> ofKinds = new HashSet<>();
        for (DayFile file : overlapping(filter)) {
            if (kinds.isPresent() && addKinds(file, filter, kinds.get(), column, deadline, ofKinds)) {
                continue;
            }
            Where where = Narrowing.of(file, filter, deadline).and(name + " IS NOT NULL");
            String sql = "SELECT DISTINCT " + name + ", " + numbers + " FROM entries WHERE " + where.sql()
                    + " ORDER BY " + order(column, name, numbers) + " LIMIT " + limit;
            collect(file, sql, where::bind, deadline, row -> Rows.value(row, 1, column, row.getLong(2)), values);
        }
        values.addAll(ofKinds);
        return values.stream().limit(limit).toList();
    }

    /** Adds the values of the kinds that a file knows; false when it may not know all of what is asked about. */
    private static boolean addKinds(
            DayFile file, EntryFilter filter, KindFilter kinds, Column column, Deadline deadline, Set<String> values)
            throws SQLException {
        if (!file.extent().isWithin(filter)) {
            return false;
        }
        Optional<DayCounts> counts = file.counts(deadline);
        if (counts.isPresent()) {
            for (Kind kind : counts.get().kinds()) {
                String value = kind.get(column);
                if (value != null && !values.contains(value) && kinds.test(kind)) {
                    values.add(value);
                }
            }
            return true;
        }
        Where where = Conditions.of(filter.withoutTimes());
        Boolean all = file.ask(reader -> addKinds(reader, where, column, values), deadline);
        return all == null || all;
    }

    private static boolean addKinds(ReadConnection reader, Where where, Column column, Set<String> values)
            throws SQLException {
        String name = column.wireName();
        if (mayLackKinds(reader)) {
            return false;
        }
        PreparedStatement statement = reader.statement("SELECT DISTINCT " + name + " FROM kinds WHERE " + where.sql());
        where.bind(statement);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String value = row.getString(1);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return true;
    }

    private static boolean mayLackKinds(ReadConnection reader) throws SQLException {
        try (ResultSet row = reader.statement("SELECT count(*) FROM kinds").executeQuery()) {
            return row.getInt(1) >= Tally.MAX_KINDS;
        }
    }

    private List<DayFile> overlapping(EntryFilter filter) {
        return files.all().stream()
                .filter(file -> file.extent().overlaps(filter.fromMicros(), filter.toMicros()))
                .toList();
    }

    private static String order(Column column, String name, String numbers) {
        return column.type() == ColumnType.ID
                ? numbers + " = 0, CASE WHEN " + numbers + " THEN length(" + name + ") END, " + name
                : name;
    }

    List<String> ofExtra(String key, EntryFilter filter, int limit, Deadline deadline) throws SQLException {
        NavigableSet<Object> values = new TreeSet<>(ASCENDING);
        for (DayFile file : overlapping(filter)) {
            Where where = Narrowing.of(file, filter, deadline).and("extra IS NOT NULL");
            // By itself: json_each has an id, too.
            String found = "(SELECT extra AS members FROM entries WHERE " + where.sql() + ")";
            String sql = "SELECT DISTINCT CASE member.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false'"
                    + " ELSE CAST(member.value AS TEXT) END AS value"
                    + " FROM " + found + ", json_each(members) AS member WHERE member.key = ?"
                    + " AND member.type <> 'null' ORDER BY value LIMIT " + limit;
            Binding binding = statement -> statement.setString(where.bind(statement), key);
            collect(file, sql, binding, deadline, row -> row.getString(1), values);
        }
        return values.stream().limit(limit).map(Object::toString).toList();
    }

    /** Reads a value from a row. */
    private interface Reading {

        @Nullable
        Object read(ResultSet row) throws SQLException;
    }

    /** Sets the arguments of a statement. */
    private interface Binding {

        void bind(PreparedStatement statement) throws SQLException;
    }

    private static void collect(
            DayFile file, String sql, Binding binding, Deadline deadline, Reading reading, NavigableSet<Object> into)
            throws SQLException {
        List<Object> values = file.ask(
                reader -> {
                    PreparedStatement statement = reader.statement(sql);
                    binding.bind(statement);
                    return values(statement, reading);
                },
                deadline);
        into.addAll(values == null ? List.of() : values);
    }

    private static List<Object> values(PreparedStatement statement, Reading reading) throws SQLException {
        List<Object> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Object value = reading.read(row);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static boolean isText(Object value) {
        return value instanceof String || (value instanceof EntryId id && !id.isNumber());
    }
}
