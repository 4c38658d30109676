package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import io.pixsim.logging.diagnostics.Diagnostics;

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

    void run(Connection connection, LocalDate today) throws SQLException {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            days.prepare(connection, today.plusDays(ahead));
        }
        for (String ids : idTables) {
            Sql.run(
                    connection,
                    "DELETE FROM " + ids + " WHERE stored_at < '" + today.minusDays(MOST_DAYS_OF_IDS) + "'");
        }
        if (table.isOwn() && !table.isHypertable()) {
            indexForSearch(connection, today);
        }
    }

    /** Without these indexes search reads whole days, and finds the same. */
    private void indexForSearch(Connection connection, LocalDate today) {
        try {
            String operators = operators(connection);
            for (LocalDate day : operators.isEmpty() ? List.<LocalDate>of() : days.before(connection, today)) {
                index(connection, day, operators);
            }
        } catch (SQLException e) {
            Diagnostics.shared().trouble("search reads whole days: " + e.getMessage());
        }
    }

    /** One index over all texts of a row. Built at once, it costs a fraction of what it would cost row by row. */
    private void index(Connection connection, LocalDate day, String operators) throws SQLException {
        String name = table.name() + "_search_" + day.toString().replace("-", "");
        if (Sql.number(connection, "SELECT count(*) WHERE to_regclass(" + Table.literal(name) + ") IS NOT NULL") > 0) {
            return;
        }
        Sql.run(
                connection,
                "CREATE INDEX " + Table.quoted(name) + " ON " + days.relation(day) + " USING gin ("
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
