package io.pixsim.logging.collector.store.postgres;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.collector.Running;
import io.pixsim.logging.collector.contract.TestStore;
import io.pixsim.logging.collector.direct.DatabaseSinkProvider;
import io.pixsim.logging.collector.store.sql.Sql;
import io.pixsim.logging.collector.store.sqlite.SqliteFolder;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.HttpAppender;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.sink.SettingLookup;
import io.pixsim.logging.sink.SinkSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program's own events, from a call to the log into a database, without a collector between. */
class DirectIngestionTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String URL = "PIXSIM_LOG_DB_URL";
    private static final String TABLE = "PIXSIM_LOG_DB_TABLE";

    @ParameterizedTest
    @CsvSource({"true, 0", "force, 50"})
    void aProgramStoresItsEventsOnceAndSendsThemTooOnlyWhenForced(String http, int sent) throws Exception {
        try (TestDatabase database = new TestDatabase();
                TestStore folder = new SqliteFolder();
                Running endpoint = Running.on(folder)) {
            ProcessBuilder child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            DirectChild.class.getName())
                    .redirectErrorStream(true);
            child.environment()
                    .putAll(Map.of(
                            URL,
                            database.url(),
                            "PIXSIM_LOG_INGESTION_URL",
                            endpoint.collector.ingestUrl().toString(),
                            "PIXSIM_LOG_ENABLE_HTTP",
                            http));

            Process process = child.start();

            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(tables(database)).as(output).isNotEmpty();
            assertThat(messages(database)).as(output).hasSize(50).doesNotHaveDuplicates();
            assertThat(output).doesNotContain("postgres:postgres");
            assertThat(endpoint.client.get(API + "/trace/job/job-abc").list()).hasSize(sent);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://db/logs, log_entries, true",
        "sqlite:///logs.db, log_entries, false",
        "postgresql:/db/logs, log_entries, false",
        "postgresql://db/logs, Log-Entries, false"
    })
    void onlyADatabaseThatCanBeMeantKeepsEventsFromBeingSent(String url, String table, boolean replaces) {
        List<String> told = new ArrayList<>();
        SinkSettings settings = settings(Map.of(URL, url, TABLE, table), told);

        boolean replacing = new DatabaseSinkProvider().replacesForwarding(settings);

        assertThat(replacing).isEqualTo(replaces);
        assertThat(told).hasSize(replaces ? 0 : 1).noneMatch(line -> line.contains("logs.db"));
        assertThat(new DatabaseSinkProvider().sinks(settings)).hasSize(replaces ? 1 : 0);
    }

    @Test
    void aRowThatIsRefusedCostsNoOtherOne() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            HttpAppender appender = appender(database);
            Logger log = logger(appender);
            log.info("first");
            await().atMost(LONG)
                    .until(() ->
                            !tables(database).isEmpty() && messages(database).size() == 1);
            try (Connection connection = database.connect()) {
                Sql.run(connection, "ALTER TABLE log_entries ADD CHECK (msg NOT LIKE 'bad%')");
            }

            for (int i = 0; i < 20; i++) {
                log.info((i == 7 ? "bad " : "good ") + i);
            }

            await().atMost(LONG).until(() -> messages(database).size() == 20);
            await().atMost(LONG).until(() -> appender.stats().dropped().containsKey(DropReason.REJECTED));
            appender.stop();
        }
    }

    private HttpAppender appender(TestDatabase database) {
        SinkSettings settings = settings(Map.of(URL, database.url()), new ArrayList<>());
        HttpAppender appender =
                (HttpAppender) new DatabaseSinkProvider().sinks(settings).get(0);
        appender.setFlushInterval("50 ms");
        appender.start();
        return appender;
    }

    private static SinkSettings settings(Map<String, String> set, List<String> told) {
        SettingLookup lookup = new SettingLookup() {
            @Override
            public Optional<String> text(String name) {
                return Optional.ofNullable(set.get(name));
            }

            @Override
            public void tell(String message) {
                told.add(message);
            }
        };
        return new SinkSettings(
                new LoggerContext(),
                "direct",
                "test",
                Optional.empty(),
                Optional.empty(),
                new Redactor(RedactionPolicy.standard()),
                lookup);
    }

    private static Logger logger(HttpAppender appender) {
        Logger log = ((LoggerContext) appender.getContext()).getLogger("direct");
        log.addAppender(appender);
        return log;
    }

    private static List<String> messages(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.list(
                    connection,
                    "SELECT msg FROM log_entries WHERE msg <> 'logger_initialized'",
                    row -> row.getString(1));
        }
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.list(
                    connection,
                    "SELECT relname FROM pg_class WHERE oid = to_regclass('log_entries')",
                    row -> row.getString(1));
        }
    }
}
