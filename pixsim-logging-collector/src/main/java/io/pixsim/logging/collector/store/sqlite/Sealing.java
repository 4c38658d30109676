package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.pixsim.logging.collector.store.sql.Sql;

/** Builds what a day's file lacks: each part in a transaction of its own, and the mark that all are there in the last one. */
final class Sealing implements AutoCloseable {

    private static final List<String> INDEXES = List.of(
            "CREATE INDEX IF NOT EXISTS entries_service ON entries (service, severity, ts)",
            "CREATE INDEX IF NOT EXISTS entries_stage ON entries (stage, ts) WHERE stage IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS entries_provider ON entries (provider_id, ts) WHERE provider_id IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS entries_error ON entries (error_type, ts) WHERE error_type IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS entries_user ON entries (user_id, ts) WHERE user_id IS NOT NULL");

    private final DayFile file;
    private final Connection connection;

    private Sealing(DayFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Sealing of(DayFile file, BooleanSupplier isLeftOff, BooleanSupplier othersWait) throws SQLException {
        Connection connection = Connections.reopenForWriting(file.path());
        try {
            Connections.sortOnDisk(connection, file.path());
            LongWork.on(connection, isLeftOff, othersWait);
            return new Sealing(file, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void run() throws SQLException {
        inTransaction(() -> Tally.countAll(connection));
        for (String index : RecentIds.INDEXES) {
            inTransaction(() -> Sql.run(connection, index));
        }
        for (String index : INDEXES) {
            inTransaction(() -> Sql.run(connection, index));
        }
        inTransaction(() -> {
            Sql.run(connection, "DELETE FROM blocks"); // which leaves their room to the index
            Sql.run(connection, TextIndex.CREATE);
            Sql.run(connection, TextIndex.BUILD);
        });
        inTransaction(() -> {
            Sql.run(connection, "PRAGMA analysis_limit = 1000");
            Sql.run(connection, "ANALYZE");
            Sql.run(connection, "UPDATE state SET sealed = 1");
        });
        file.update(FileState.read(connection));
    }

    /** A part of the work. */
    private interface Part {

        void run() throws SQLException;
    }

    /** Then moves the log into the file: it would grow as large as all parts together. */
    private void inTransaction(Part part) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            part.run();
            Sql.run(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
        Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void rollBack(Exception cause) {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException e) { // who is interrupted has rolled back
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
