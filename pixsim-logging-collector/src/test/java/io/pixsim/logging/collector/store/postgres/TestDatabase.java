package io.pixsim.logging.collector.store.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.collector.CollectorBuilder;
import io.pixsim.logging.collector.contract.TestStore;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.sql.Sql;

/** A schema of its own on the one server: as good as a database, and made in no time. */
final class TestDatabase implements TestStore {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static TestDatabase shared;

    private final String url;

    TestDatabase() throws SQLException {
        Server server = Server.shared();
        String schema = "test" + SCHEMAS.incrementAndGet();
        url = server.url() + "?currentSchema=" + schema;
        try (Connection connection = connect()) {
            Sql.run(connection, "CREATE SCHEMA " + schema);
        }
    }

    /** One in which something was made before. */
    static TestDatabase with(String... statements) throws SQLException {
        TestDatabase database = new TestDatabase();
        try (Connection connection = database.connect()) {
            for (String statement : statements) {
                Sql.run(connection, statement);
            }
        }
        return database;
    }

    /** One that was used before, and holds no entries any more: making its tables takes most of the time of a test. */
    static synchronized TestDatabase emptied() throws SQLException {
        if (shared == null) {
            shared = new TestDatabase();
            return shared;
        }
        try (Connection connection = shared.connect()) {
            Sql.run(connection, "DELETE FROM log_entries");
            Sql.run(connection, "DELETE FROM log_entries_batches");
        }
        return shared;
    }

    String url() {
        return url;
    }

    PostgresOptions options() {
        return PostgresOptions.standard(DatabaseUrl.parse(url));
    }

    Connection connect() throws SQLException {
        return new Connections(options()).open();
    }

    @Override
    public LogStore open(Clock clock) throws IOException {
        return PostgresStore.open(options(), clock);
    }

    @Override
    public CollectorBuilder use(CollectorBuilder builder) {
        return builder.database(url);
    }

    /** Goes with its server. */
    @Override
    public void close() {}
}
