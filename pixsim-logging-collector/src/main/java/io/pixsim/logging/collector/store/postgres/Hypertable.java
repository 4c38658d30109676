package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import io.pixsim.logging.collector.store.StoreSize;
import io.pixsim.logging.collector.store.sql.Sql;
import io.pixsim.logging.diagnostics.Diagnostics;

/**
 * Days as TimescaleDB's chunks, where the server has that extension: it makes them by itself, and packs those that are a week
 * old.
 */
final class Hypertable implements Days {

    private static final String EXTENSION = "timescaledb";
    private static final int DAYS_BEFORE_PACKING = 7;

    private final Table table;

    Hypertable(Table table) {
        this.table = table;
    }

    /** Whether the server has the extension, and lets us have it. Asked over a connection of its own, which may break. */
    static boolean isToBeHad(Connections connections) {
        try (Connection connection = connections.open()) {
            if (!Migrations.isAvailable(connection, EXTENSION)) {
                return false;
            }
            Sql.run(connection, "CREATE EXTENSION IF NOT EXISTS " + EXTENSION);
            return true;
        } catch (SQLException e) {
            Diagnostics.shared().trouble("days are partitions, not chunks: " + e.getMessage());
            return false;
        }
    }

    static void set(Connection connection, Table table) throws SQLException {
        for (String statement : statements(table)) {
            Sql.run(connection, statement);
        }
    }

    /** What makes a hypertable of a plain table; again, it changes nothing. */
    static List<String> statements(Table table) {
        String name = Table.literal(Table.quoted(table.name()));
        return List.of(
                "SELECT create_hypertable(" + name + ", 'created_at', chunk_time_interval => INTERVAL '1 day',"
                        + " if_not_exists => TRUE)",
                "ALTER TABLE " + Table.quoted(table.name()) + " SET (timescaledb.compress,"
                        + " timescaledb.compress_segmentby = 'service', timescaledb.compress_orderby = 'created_at')",
                "SELECT add_compression_policy(" + name + ", INTERVAL '" + DAYS_BEFORE_PACKING
                        + " days', if_not_exists => TRUE)");
    }

    @Override
    public void prepare(Connection connection, LocalDate day) {}

    @Override
    public List<LocalDate> before(Connection connection, LocalDate day) throws SQLException {
        return Sql.list(
                connection,
                "SELECT DISTINCT (range_start AT TIME ZONE 'UTC')::date FROM timescaledb_information.chunks"
                        + " WHERE hypertable_name = ? AND range_end <= ?::date ORDER BY 1",
                row -> LocalDate.parse(row.getString(1)),
                table.name(),
                day.toString());
    }

    @Override
    public void drop(Connection connection, LocalDate day) throws SQLException {
        Sql.run(connection, dropping(day));
    }

    /** Drops a day and all before it. */
    String dropping(LocalDate day) {
        return "SELECT drop_chunks(" + Table.literal(Table.quoted(table.name())) + ", older_than => TIMESTAMPTZ '"
                + day.plusDays(1) + " 00:00:00+00')";
    }

    @Override
    public String relation(LocalDate day) {
        return Table.quoted(table.name());
    }

    @Override
    public List<StoreSize.Day> sizes(Connection connection, LocalDate today) {
        return List.of();
    }
}
