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
        if (table.isOwn() && !table.isHypertable() && hasTrigrams(connection)) {
            for (LocalDate day : days.before(connection, today)) {
                index(connection, day);
            }
        }
    }

    /** One index for search over all texts of a day. Built at once, it costs a fraction of what it would cost row by row. */
    private void index(Connection connection, LocalDate day) throws SQLException {
        String name = table.name() + "_search_" + day.toString().replace("-", "");
        Sql.run(
                connection,
                "CREATE INDEX IF NOT EXISTS " + Table.quoted(name) + " ON " + days.relation(day) + " USING gin ("
                        + SearchCondition.text(table) + " gin_trgm_ops)");
        Sql.run(connection, "ANALYZE " + days.relation(day));
    }

    /** Makes the extension where the server has it and lets us. */
    private static boolean hasTrigrams(Connection connection) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM pg_extension WHERE extname = '" + EXTENSION + "'") > 0) {
            return true;
        }
        if (!Migrations.isAvailable(connection, EXTENSION)) {
            return false;
        }
        try {
            Sql.run(connection, "CREATE EXTENSION IF NOT EXISTS " + EXTENSION);
            return true;
        } catch (SQLException e) {
            Diagnostics.shared().trouble("search reads whole days: " + e.getMessage());
            return false;
        }
    }
}
