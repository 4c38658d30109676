package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.NumericIds;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.postgres.Table.TableColumn;
import io.pixsim.logging.collector.store.sql.Sql;
import io.pixsim.logging.collector.store.sql.Where;

/** The different values of a column, or of a key of {@code extra}. */
final class ValueQueries {

    /** Those that an index begins with: from one value the index leads to the next, however many rows there are between. */
    private static final Set<Column> INDEXED = Set.of(Column.SERVICE, Column.STAGE, Column.PROVIDER_ID);

    private final Table table;
    private final Conditions conditions;

    ValueQueries(Table table, Conditions conditions) {
        this.table = table;
        this.conditions = conditions;
    }

    List<Object> ofColumn(Connection connection, Column column, EntryFilter filter, int limit) throws SQLException {
        if (INDEXED.contains(column) && table.column(column) != null && filter.isAll()) {
            return skipping(connection, column, limit);
        }
        Where where = conditions.of(filter);
        String value = value(column);
        String isNumber = isNumber(column);
        String sql = "SELECT value, is_number FROM (SELECT DISTINCT " + value + " AS value, " + isNumber
                + " AS is_number FROM " + Table.quoted(table.name()) + " WHERE " + where.sql()
                + ") AS found WHERE value IS NOT NULL ORDER BY " + order(column) + " LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(where.bind(statement), limit);
            return Sql.list(statement, row -> {
                EntryId id = new EntryId(row.getString(1), row.getBoolean(2));
                return switch (column.type()) {
                    case TEXT -> id.text();
                    case ID -> id;
                    case INTEGER -> Long.valueOf(id.text());
                };
            });
        }
    }

    private String value(Column column) {
        TableColumn found = table.column(column);
        return column.type() == ColumnType.ID && found != null && found.isInteger()
                ? "coalesce(" + table.value(column) + "::text, " + table.extra(column.wireName() + Wire.RAW_SUFFIX)
                        + ")"
                : table.value(column);
    }

    private String isNumber(Column column) {
        if (column.type() != ColumnType.ID) {
            return "false";
        }
        TableColumn found = table.column(column);
        if (table.isOwn()) {
            return "(numbers & " + NumericIds.bit(column) + ") <> 0";
        }
        return found != null && found.isInteger()
                ? table.value(column) + " IS NOT NULL"
                : "coalesce(" + table.value(column) + " ~ '^-?[0-9]+$', false)";
    }

    private static String order(Column column) {
        return switch (column.type()) {
            case TEXT -> "value COLLATE \"C\"";
            case INTEGER -> "value";
            case ID -> "NOT is_number, CASE WHEN is_number THEN length(value) END, value COLLATE \"C\"";
        };
    }

    private List<Object> skipping(Connection connection, Column column, int limit) throws SQLException {
        String name = table.value(column);
        String next = "SELECT min(" + name + ") FROM " + Table.quoted(table.name()) + " WHERE " + name + " IS NOT NULL";
        String sql = "WITH RECURSIVE found (value) AS ((" + next + ") UNION ALL SELECT (" + next + " AND " + name
                + " > found.value) FROM found WHERE found.value IS NOT NULL)"
                + " SELECT value FROM found WHERE value IS NOT NULL LIMIT ?";
        return Sql.<Object>list(connection, sql, row -> row.getString(1), limit).stream()
                .sorted()
                .toList();
    }

    List<String> ofExtra(Connection connection, String key, EntryFilter filter, int limit) throws SQLException {
        Where where = conditions.of(filter);
        String sql = "SELECT DISTINCT value COLLATE \"C\" FROM (SELECT " + table.extra(key) + " AS value FROM "
                + Table.quoted(table.name()) + " WHERE " + where.sql()
                + ") AS found WHERE value IS NOT NULL ORDER BY 1 LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(where.bind(statement), limit);
            return Sql.list(statement, row -> row.getString(1));
        }
    }
}
