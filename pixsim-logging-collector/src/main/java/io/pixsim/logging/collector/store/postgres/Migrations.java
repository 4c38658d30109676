package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of ours to what this version needs. A table of the entries that is there and not ours is left alone: only
 * what stands beside it is made.
 */
final class Migrations {

    /** No name of a package, so that it can be looked into from outside of the module. */
    private static final String PLACE = "classpath:pixsim-collector/postgresql/";

    private Migrations() {}

    static Table run(PostgresOptions options, Connections connections) throws SQLException {
        try (Connection connection = connections.open()) {
            Optional<Table> before = TableReader.read(connection, options.table());
            boolean isOwn = before.map(Table::isOwn).orElse(true);
            boolean timescale = before.isEmpty() && Hypertable.isToBeHad(connections);
            migrate(options, connections, isOwn, timescale);
            Table table = TableReader.read(connection, options.table())
                    .orElseThrow(() -> new SQLException("no table " + options.table()));
            if (table.isHypertable()) {
                Hypertable.set(connection, table);
            }
            return table;
        }
    }

    private static void migrate(PostgresOptions options, Connections connections, boolean isOwn, boolean timescale)
            throws SQLException {
        String partitions = timescale ? "" : "PARTITION BY RANGE (created_at)";
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(connections.dataSource())
                    .locations(PLACE + "common", PLACE + (isOwn ? "own" : "adopted"))
                    .table(options.table() + "_schema_history")
                    .placeholders(Map.of("table", options.table(), "partitions", partitions))
                    // Others have tables beside ours.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException("the tables could not be brought to this version: " + e.getMessage(), e);
        }
    }

    /** Whether the server has an extension that could be made. */
    static boolean isAvailable(Connection connection, String extension) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = "
                                + Table.literal(extension) + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
