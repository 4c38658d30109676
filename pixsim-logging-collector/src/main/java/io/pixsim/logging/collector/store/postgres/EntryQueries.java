package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.sql.Sql;
import io.pixsim.logging.collector.store.sql.Where;

/** Entries out of a table. */
final class EntryQueries {

    private static final int MAX_PAGE_SIZE = 8 << 20;
    /** Rows that the driver holds at once. */
    private static final int FETCH = 50;

    private final Table table;
    private final Conditions conditions;
    private final Rows rows;

    EntryQueries(Table table, Conditions conditions) {
        this.table = table;
        this.conditions = conditions;
        this.rows = new Rows(table);
    }

    EntryPage page(Connection connection, EntryQuery query) throws SQLException {
        Where where = conditions.of(query);
        String sql = select() + where.sql() + " ORDER BY " + orderBy(query.order()) + " LIMIT ? OFFSET ?";
        List<LogEntry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = where.bind(statement);
            statement.setInt(index, query.limit() + 1);
            statement.setInt(index + 1, query.offset());
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                long size = 0;
                while (row.next()) {
                    if (entries.size() == query.limit() || size >= MAX_PAGE_SIZE) {
                        return new EntryPage(entries, true);
                    }
                    LogEntry entry = rows.read(row);
                    entries.add(entry);
                    size += entry.size();
                }
            }
        }
        return new EntryPage(entries, false);
    }

    Optional<LogEntry> find(Connection connection, long id) throws SQLException {
        return Sql.list(connection, select() + "id = ?", rows::read, id).stream()
                .findFirst();
    }

    long count(Connection connection, EntryFilter filter, long atMost) throws SQLException {
        Where where = conditions.of(filter);
        String sql = "SELECT count(*) FROM (SELECT 1 FROM " + Table.quoted(table.name()) + " WHERE " + where.sql()
                + " LIMIT ?) AS found";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(where.bind(statement), atMost);
            return Sql.list(statement, row -> row.getLong(1)).get(0);
        }
    }

    private String select() {
        return "SELECT " + rows.names() + " FROM " + Table.quoted(table.name()) + " WHERE ";
    }

    private static String orderBy(Order order) {
        return switch (order) {
            case NEWEST_FIRST -> "\"timestamp\" DESC, id DESC";
            case OLDEST_FIRST -> "\"timestamp\", id";
            case ARRIVAL -> "id";
        };
    }
}
