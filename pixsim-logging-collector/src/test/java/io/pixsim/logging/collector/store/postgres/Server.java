package io.pixsim.logging.collector.store.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL, one for all tests of a JVM; its binaries come as a Maven artifact. Without one, tests are skipped. */
final class Server {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres postgres;
    private static String reason;

    private Server() {}

    /** The address of a new, empty database. */
    static synchronized String newDatabase() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = started().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return "postgresql://postgres:postgres@localhost:" + started().getPort() + "/" + name;
    }

    private static EmbeddedPostgres started() {
        if (postgres == null && reason == null) {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("shared_buffers", "32MB")
                        .start();
            } catch (IOException | RuntimeException e) {
                reason = "no PostgreSQL could be started here: " + e;
                System.out.println("skipped: " + reason);
            }
        }
        if (reason != null) {
            Assumptions.abort(reason);
        }
        return postgres;
    }
}
