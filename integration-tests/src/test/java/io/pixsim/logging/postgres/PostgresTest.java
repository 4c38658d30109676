package io.pixsim.logging.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.encode.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PostgreSQL takes every line that is written, and gives it back. Only behind the profile {@code postgres}. */
class PostgresTest {

    private static EmbeddedPostgres postgres;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException | IllegalStateException e) {
            System.out.println("skipped: no PostgreSQL could be started here: " + e);
            Assumptions.abort("no PostgreSQL could be started here: " + e);
        }
        connection = postgres.getPostgresDatabase().getConnection();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        if (postgres != null) {
            connection.close();
            postgres.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLineIsStoredAsJsonbAndReadBackTheSame(Dialect dialect) throws Exception {
        List<String> lines = Lines.of(dialect);
        assertThat(lines).hasSizeGreaterThan(2_500);

        for (String line : lines) {
            assertThat(Json.value(throughJsonb(line))).isEqualTo(Json.value(line));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"", "NaN", "1e131072", "1e-16384", "01"})
    void whatTheConformanceSuiteCallsUnsafeIsRefused(String value) {
        assertThat(catchThrowable(() -> throughJsonb("{\"a\":" + value + "}"))).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @CsvSource({"entries_json, json", "entries_jsonb, jsonb"})
    void everyEventOfABatchIsARowByItself(String table, String extraType) throws Exception {
        List<String> events = Lines.of(Dialect.PIXSIM_BATCH);
        LogEntries entries = new LogEntries(connection, table, extraType);

        entries.insertEach(events);

        assertThat(entries.extras()).isEqualTo(extras(events));
    }

    @Test
    void allEventsAreStoredInOneCommit() throws Exception {
        List<String> events = Lines.of(Dialect.PIXSIM_BATCH);
        LogEntries entries = new LogEntries(connection, "entries_at_once", "json");

        entries.insertAll(events);

        assertThat(entries.extras()).isEqualTo(extras(events));
    }

    private static List<Object> extras(List<String> events) throws IOException {
        List<Object> extras = new ArrayList<>();
        for (String event : events) {
            extras.add(LogEntries.extraOf(event));
        }
        return extras;
    }

    private static String throughJsonb(String json) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT (?::jsonb)::text")) {
            select.setString(1, json);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " for " + json, e);
        }
    }
}
