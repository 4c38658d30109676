package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.pixsim.logging.collector.store.sql.Sql;

/** What is done for a table now and then: room for the days to come, and indexes for search of those that are over. */
final class Housekeeping {

    private static final int DAYS_AHEAD = 3;
    private static final int MOST_DAYS_OF_IDS = 35;
    private static final String EXTENSION = "pg_trgm";

    private final Table table;
    private final Days days;
    private final List<String> idTables;

    Housekeeping(Table table, Days days, List<String> idTables) {
        this.table = table;
        this.days = days;
        this.idTables = idTables;
    }

    /** Makes room for the days to come. */
    void prepare(Connection connection, LocalDate today) throws SQLException {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            days.prepare(connection, today.plusDays(ahead));
        }
    }

    /** Forgets ids of what nobody sends again. */
    void forget(Connection connection, LocalDate today) throws SQLException {
        for (String ids : idTables) {
            Sql.run(
                    connection,
                    "DELETE FROM " + ids + " WHERE stored_at < '" + today.minusDays(MOST_DAYS_OF_IDS) + "'");
        }
    }

    /**
     * Makes the indexes for search of days that are over, one collector at a time; it may take hours. Without them search
     * reads whole days, and finds the same. The lock goes with the connection.
     */
    void index(Connection connection, LocalDate today) throws SQLException {
        if (!table.isOwn() || table.isHypertable() || !isOurTurn(connection)) {
            return;
        }
        String operators = operators(connection);
        if (operators.isEmpty()) {
            return;
        }
        List<LocalDate> newestFirst = new ArrayList<>(days.before(connection, today));
        Collections.reverse(newestFirst); // the oldest may go before they are reached
        for (LocalDate day : newestFirst) {
            index(connection, day, operators);
        }
    }

    private boolean isOurTurn(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT pg_try_advisory_lock(" + Locks.ofIndexes(table) + ")::int") == 1;
    }

    /**
     * One index over all texts of a row. Built at once, it costs a fraction of what it would cost row by row. One that was
     * broken off is there, is not used, and has to go first.
     */
    private void index(Connection connection, LocalDate day, String operators) throws SQLException {
        String name = Table.quoted(table.name() + "_search_" + day.toString().replace("-", ""));
        List<Boolean> isWhole = Sql.list(
                connection,
                "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(?)",
                row -> row.getBoolean(1),
                name);
        if (isWhole.contains(true)) {
            return;
        }
        if (!isWhole.isEmpty()) {
            Sql.run(connection, "DROP INDEX CONCURRENTLY IF EXISTS " + name);
        }
        Sql.run(
                connection,
                "CREATE INDEX CONCURRENTLY " + name + " ON " + days.relation(day) + " USING gin ("
                        + SearchCondition.text(table) + " " + operators + ")");
        Sql.run(connection, "ANALYZE " + days.relation(day));
    }

    /** The extension's operators, which may be in another schema; made where the server has them and lets us. */
    private static String operators(Connection connection) throws SQLException {
        if (schemas(connection).isEmpty() && Migrations.isAvailable(connection, EXTENSION)) {
            Sql.run(connection, "CREATE EXTENSION IF NOT EXISTS " + EXTENSION);
        }
        return schemas(connection).stream()
                .findFirst()
                .map(schema -> schema + ".gin_trgm_ops")
                .orElse("");
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = ?",
                row -> row.getString(1),
                EXTENSION);
    }
}
