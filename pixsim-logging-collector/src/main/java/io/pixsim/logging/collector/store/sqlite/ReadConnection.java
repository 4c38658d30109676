package io.pixsim.logging.collector.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.pixsim.logging.collector.store.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** A connection that only reads, and gives up when a question takes too long. Used by one thread at a time. */
final class ReadConnection implements AutoCloseable {

    private static final int STEPS_BETWEEN_LOOKS = 20_000;

    private final Connection connection;
    private final Statements statements;
    private volatile @Nullable Deadline deadline;

    private ReadConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.statements = new Statements(connection);
        Sql.run(connection, "PRAGMA query_only = ON");
        // A connection for each file and thread: many, so each keeps little.
        Sql.run(connection, "PRAGMA cache_size = -512");
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                Deadline limit = deadline;
                return limit != null && limit.isOver() ? 1 : 0;
            }
        });
    }

    static ReadConnection open(Path file) throws SQLException {
        Connection connection = Connections.open(file);
        try {
            return new ReadConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    <T> T ask(Question<T> question, Deadline limit) throws SQLException {
        deadline = limit;
        try {
            return question.ask(this);
        } finally {
            deadline = null;
        }
    }

    Connection connection() {
        return connection;
    }

    /** A statement that is kept for the next question: its results are to be closed, but not it itself. */
    PreparedStatement statement(String sql) throws SQLException {
        return statements.get(sql);
    }

    /** How many rows a select with one parameter finds, up to a number. */
    int count(String select, String parameter, int atMost) throws SQLException {
        PreparedStatement statement = statement("SELECT count(*) FROM (" + select + " LIMIT ?)");
        statement.setString(1, parameter);
        statement.setInt(2, atMost);
        try (ResultSet row = statement.executeQuery()) {
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What is asked of a day's file. */
    interface Question<T> {

        T ask(ReadConnection reader) throws SQLException;
    }
}
