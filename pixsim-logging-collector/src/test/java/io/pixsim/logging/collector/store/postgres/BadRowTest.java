package io.pixsim.logging.collector.store.postgres;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Running;
import io.pixsim.logging.collector.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** A row that the table refuses costs no other one, whoever sent it. */
class BadRowTest {

    @Test
    void aRowThatATableRefusesIsReportedAndAllOthersAreStored() throws Exception {
        try (TestDatabase database = new TestDatabase();
                Running running = Running.on(database)) {
            try (Connection connection = database.connect()) {
                Sql.run(connection, "ALTER TABLE log_entries ADD CHECK (msg NOT LIKE 'bad%')");
            }
            String events = IntStream.range(0, 40)
                    .mapToObj(i -> "{\"level\":\"info\",\"service\":\"s\",\"msg\":\"" + (i % 13 == 3 ? "bad" : "good")
                            + i + "\"}")
                    .collect(Collectors.joining(","));

            Client.Answer answer = running.client.batch(events);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.object()).containsEntry("count", 37L);
            assertThat(answer.object().get("rejected").toString())
                    .contains("index=3,", "index=16,", "index=29,", "violates check constraint");
            assertThat(running.client.get(API + "/query", "limit", "100").logs())
                    .hasSize(37)
                    .allSatisfy(log -> assertThat(log.get("msg").toString()).startsWith("good"));
            assertThat(running.client.get("/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void whatNoColumnTakesIsKeptWhole() throws Exception {
        try (TestDatabase database = new TestDatabase();
                Running running = Running.on(database)) {
            String id = "i".repeat(5000);

            Client.Answer answer =
                    running.client.batch("{\"level\":\"info\",\"service\":\"a\\u0000b\",\"job_id\":\"" + id
                            + "\",\"msg\":\"\\u0000\",\"k\\u0000ey\":\"v\\u0000\",\"event_uid\":\"u\\u0000id\"},"
                            + "{\"level\":\"info\",\"service\":\"b\"}");

            assertThat(answer.object()).containsEntry("count", 2L).doesNotContainKey("rejected");
            List<Map<String, Object>> logs =
                    running.client.get(API + "/query", "service", "ab").logs();
            assertThat(logs).hasSize(1);
            assertThat(logs.get(0).get("extra").toString()).contains(id);
        }
    }
}
