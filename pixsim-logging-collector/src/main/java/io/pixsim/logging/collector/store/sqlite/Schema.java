package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.store.Severities;

/**
 * The tables of a day's file. Only what is asked for by one id, by time, and by what went wrong has an index while the day
 * lasts: each index costs every row.
 */
final class Schema {

    private static final int VERSION = 4;

    /** Where ids that are drawn at random had an index from the beginning; what has one is used with it. */
    private static final int BEFORE_RECENT_IDS = 3;

    /** From where on a severity has an index of its own while a day lasts. */
    static final Severity LEAST_BAD = Severity.WARNING;

    static final String BAD = "severity >= " + Severities.code(LEAST_BAD);

    private static final List<String> TABLES = List.of(
            "CREATE TABLE entries (id INTEGER PRIMARY KEY, ts INTEGER NOT NULL, severity INTEGER NOT NULL,"
                    + " numbers INTEGER NOT NULL, event_uid TEXT, " + columns() + ", extra TEXT)",
            "CREATE INDEX entries_ts ON entries (ts)",
            "CREATE INDEX entries_job ON entries (job_id, ts) WHERE job_id IS NOT NULL",
            RecentIds.CREATE,
            "CREATE INDEX entries_bad ON entries (severity, ts) WHERE " + BAD,
            "CREATE UNIQUE INDEX entries_uid ON entries (event_uid) WHERE event_uid IS NOT NULL",
            "CREATE TABLE batches (batch_id TEXT PRIMARY KEY, entries INTEGER NOT NULL, first_id INTEGER NOT NULL)"
                    + " WITHOUT ROWID",
            // The first id of the file: with it ids go on growing when all older files are gone. And how far each
            // thing has come that is done with a file, in the transaction that does it.
            "CREATE TABLE state (first_id INTEGER NOT NULL, counted_to INTEGER NOT NULL DEFAULT 0,"
                    + " sealed INTEGER NOT NULL DEFAULT 0, kept TEXT, entries_gone INTEGER NOT NULL DEFAULT 0)");

    private Schema() {}

    /** Makes the tables where there are none; all or nothing, so that a crash leaves no half. */
    static void create(Connection connection, long firstId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = version(statement);
            if (version == VERSION || version == BEFORE_RECENT_IDS) {
                addBlocks(connection, statement);
                return;
            }
            if (version != 0) {
                throw new SQLException("schema version " + version + " is not " + VERSION);
            }
            statement.execute("BEGIN IMMEDIATE");
            for (String table : TABLES) {
                statement.execute(table);
            }
            for (String table : Tally.TABLES) {
                statement.execute(table);
            }
            for (String table : Blocks.TABLES) {
                statement.execute(table);
            }
            statement.execute("INSERT INTO state (first_id) VALUES (" + firstId + ")");
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        }
    }

    /** To a day that lasts and was begun before there were any; nobody asks for those of one that is sealed. */
    private static void addBlocks(Connection connection, Statement statement) throws SQLException {
        if (!FileState.read(connection).sealed()) {
            for (String table : Blocks.TABLES) {
                statement.execute(table);
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    private static String columns() {
        return Column.all().stream()
                .map(column -> column.wireName() + (column.type() == ColumnType.INTEGER ? " INTEGER" : " TEXT"))
                .collect(Collectors.joining(", "));
    }
}
