package io.pixsim.logging.collector.store.postgres;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Running;
import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.sql.Sql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that the Python backend has made, in each of its shapes: it is read and written, and stays as it is. */
class AdoptedTableTest {

    private static final String PYTHONS_ROWS = "INSERT INTO log_entries (timestamp, level, service, env, msg, job_id,"
            + " request_id, stage, extra, created_at) VALUES"
            + " ('2026-01-01 00:00:00', 'ERROR', 'worker', 'dev', 'from python', 123, 'r/1', 'provider:error',"
            + " '{\"trace_id\":\"t-1\",\"place\":\"Z\\u00fcrich\",\"account_id\":789}', '2026-01-01 00:00:00'),"
            + " ('2026-01-01 00:00:01', 'info', 'api', 'dev', NULL, NULL, NULL, NULL, 'null', '2026-01-01 00:00:01'),"
            + " ('infinity', 'WARNING', 'api', 'dev', 'end of time', NULL, NULL, NULL, NULL, '2026-01-01 00:00:02')";
    private static final String POISON =
            "INSERT INTO log_entries (timestamp, level, service, env, msg, extra, created_at)"
                    + " VALUES ('2026-01-01 00:00:02', 'info', 'api', 'dev', 'poison',"
                    + " '{\"nul\":\"a\\u0000b\",\"half\":\"\\ud800\",\"trace_id\":\"t-2\"}', '2026-01-01 00:00:02')";
    private static final String STRUCTURE = "SELECT column_name || ' ' || data_type || ' ' || is_nullable || ' ' ||"
            + " coalesce(column_default, '') || ' ' || coalesce(character_maximum_length, 0) FROM"
            + " information_schema.columns WHERE table_name = 'log_entries' AND table_schema = current_schema() UNION ALL SELECT indexdef FROM pg_indexes"
            + " WHERE tablename = 'log_entries' AND schemaname = current_schema() ORDER BY 1";

    @ParameterizedTest
    @EnumSource
    void whatPythonWroteIsFound(PythonShape shape) throws Exception {
        try (TestDatabase database = database(shape);
                Running running = Running.on(database)) {
            Client client = running.client;

            assertThat(client.get(API + "/trace/job/123").list()).hasSize(1);
            Map<String, Object> entry =
                    client.get(API + "/query", "level", "error").logs().get(0);
            assertThat(entry)
                    .containsEntry("timestamp", "2026-01-01T00:00:00Z")
                    .containsEntry("level", "ERROR")
                    .containsEntry("job_id", 123L)
                    .containsEntry("trace_id", "t-1")
                    .containsEntry("extra", Map.of("trace_id", "t-1", "place", "Z\u00fcrich", "account_id", 789L));
            assertThat(client.get(API + "/trace/trace/t-1").list()).hasSize(1);
            assertThat(client.get(API + "/trace/request/r%2F1").list()).hasSize(1);
            assertThat(client.get(API + "/query", "search", "z\u00fcrich").logs())
                    .hasSize(1);
            assertThat(client.get(API + "/query", "min_level", "warning").logs())
                    .hasSize(2);
            assertThat(client.get(API + "/query", "stage_prefix", "provider").logs())
                    .hasSize(1);
            assertThat(client.get(API + "/distinct", "field", "account_id").object())
                    .containsEntry("values", List.of("789"));
            assertThat(client.get(API + "/distinct", "field", "trace_id").object())
                    .containsEntry("values", List.of("t-1"));
            assertThat(client.get(API + "/distinct/service").object())
                    .containsEntry("values", List.of("api", "worker"));
            assertThat(client.get(API + "/stats", "start_time", "2026-01-01", "end_time", "2026-01-02")
                            .object())
                    .containsEntry("total", shape.isJsonb() ? 2L : 3L)
                    .containsEntry("by_stage", Map.of("provider:error", 1L));
            assertThat(client.get(API + "/query").logs()).hasSize(shape.isJsonb() ? 3 : 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenFitsAndIsGivenBackWhole(PythonShape shape) throws Exception {
        try (TestDatabase database = database(shape);
                Running running = Running.on(database)) {
            Client client = running.client;
            String service = "s".repeat(200) + ".end";
            String event = "{\"timestamp\":\"2026-02-01T00:00:00.5Z\",\"level\":\"info\",\"service\":\"" + service
                    + "\",\"msg\":\"a\\u0000b\",\"job_id\":\"job-abc\",\"user_id\":5000000000,\"submission_id\":7,"
                    + "\"request_id\":\"" + "r".repeat(3000) + "\",\"trace_id\":\"t-9\",\"domain\":\"generation\","
                    + "\"artifact_id\":5,\"duration_ms\":3000000000,\"note\":\"n\",\"event_uid\":\"u-1\"}";

            Client.Answer answer = client.batch(event + ",{\"level\":\"info\",\"service\":\"b\",\"job_id\":8}");

            assertThat(answer.object()).containsEntry("count", 2L).doesNotContainKey("rejected");
            assertThat(client.batch(event).object()).containsEntry("repeated", 1L);
            Map<String, Object> entry =
                    client.get(API + "/trace/job/job-abc").list().get(0);
            assertThat(entry)
                    .containsEntry("timestamp", "2026-02-01T00:00:00.500000Z")
                    .containsEntry("msg", "ab")
                    .containsEntry("job_id", "job-abc")
                    .containsEntry("user_id", 5_000_000_000L)
                    .containsEntry("submission_id", 7L)
                    .containsEntry("trace_id", "t-9")
                    .containsEntry("domain", "generation")
                    .containsEntry("artifact_id", 5L)
                    .containsEntry("duration_ms", 3_000_000_000L);
            assertThat(entry.get("service").toString()).endsWith(".end").hasSize(shape.serviceLength());
            assertThat(entry.get("extra").toString()).contains("r".repeat(3000), service, "note=n");
            assertThat(client.get(API + "/query", "user_id", "5000000000").logs())
                    .hasSize(1);
            assertThat(client.get(API + "/query", "domain", "generation").logs())
                    .hasSize(1);
            assertThat(client.get(API + "/trace/job/8").list()).hasSize(1);
            try (Connection connection = database.connect()) {
                assertThat(Sql.list(
                                connection,
                                "SELECT job_id, extra ->> 'job_id_raw' FROM log_entries WHERE msg = 'ab'",
                                row -> row.getString(1) + " " + row.getString(2)))
                        .containsExactly("null job-abc");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTableStaysAsItIsAndNothingIsDeletedFromIt(PythonShape shape) throws Exception {
        try (TestDatabase database = database(shape)) {
            List<String> before = structure(database);
            DayClock clock = new DayClock(Instant.parse("2026-11-23T12:00:00Z"));
            try (LogStore store = database.open(clock)) {
                LogEntry entry = LogEntry.builder()
                        .micros(1)
                        .set(Column.LEVEL, "info")
                        .set(Column.SERVICE, "a")
                        .set(Column.ENV, "dev")
                        .build();
                long id =
                        store.append(new Append("batch", List.of(entry))).get().firstId();

                assertThat(store.retain(RetentionRules.ofDays(1), LocalDate.parse("2030-01-01"))
                                .days())
                        .isEmpty();

                assertThat(id).isEqualTo(store.lastId());
                assertThat(store.size().bytes()).isPositive();
                assertThat(store.query(EntryQuery.first(EntryFilter.all(), Order.ARRIVAL, 100))
                                .entries())
                        .hasSize(shape.isJsonb() ? 4 : 5);
            }
            assertThat(structure(database)).isEqualTo(before);
            try (Connection connection = database.connect()) {
                // As Python inserts: its serial goes on where ours ended.
                Sql.run(connection, PYTHONS_ROWS);
            }
        }
    }

    private static TestDatabase database(PythonShape shape) throws SQLException {
        TestDatabase database = TestDatabase.with(shape.statements().toArray(String[]::new));
        try (Connection connection = database.connect()) {
            Sql.run(connection, PYTHONS_ROWS);
            if (!shape.isJsonb()) { // which refuses it
                Sql.run(connection, POISON);
            }
        }
        return database;
    }

    private static List<String> structure(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.list(connection, STRUCTURE, row -> row.getString(1));
        }
    }
}
