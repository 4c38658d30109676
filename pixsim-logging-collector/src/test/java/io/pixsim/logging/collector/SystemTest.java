package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the collector tells of itself and of those who send. */
class SystemTest {

    @TempDir
    Path folder;

    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
        client = running.client;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void whatBecameOfEventsIsCounted() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"u1\"},{\"service\":\"a\"},5");
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"u1\"}");
        client.post(API + "/ingest/batch", "nonsense");
        client.post(API + "/ingest/batch", "{}", "Content-Type", "text/plain");

        Map<String, Object> ingestion = member(system(), "ingestion");
        assertThat(ingestion)
                .containsEntry("accepted", 3L)
                .containsEntry("stored", 2L)
                .containsEntry("repeated", 1L)
                .containsEntry("repaired", 1L)
                .containsEntry("rejected", 1L);
        assertThat(member(ingestion, "received")).containsEntry("pixsim", 4L).containsEntry("otlp", 0L);
        assertThat(member(ingestion, "refused_requests"))
                .containsEntry("malformed", 1L)
                .containsEntry("unsupported", 1L)
                .containsEntry("busy", 0L);
    }

    @Test
    void clientsAreToldByTheirServiceTheOneThatSentLastFirst() {
        client.batch("{\"level\":\"info\",\"service\":\"api\"}");
        String late = Instant.now().minusSeconds(60).toString();
        client.batch("{\"level\":\"info\",\"service\":\"worker\",\"timestamp\":\"" + late + "\"}");

        List<Map<String, Object>> clients = clients();

        assertThat(clients).extracting(one -> one.get("service")).containsExactly("worker", "api");
        assertThat((Long) clients.get(0).get("lag_ms")).isGreaterThanOrEqualTo(60_000);
        assertThat((Long) clients.get(1).get("lag_ms")).isLessThan(60_000);
        assertThat(clients.get(1)).containsEntry("events", 1L);
    }

    @Test
    void whatAClientSaysThatItLostIsToldByReason() {
        client.batch("""
                {"level":"warning","service":"worker","stage":"log:loss","suppressed":9,
                 "lost":{"sampled":{"provider:status":4,"none":2},"duplicate":{"none":3}}},
                {"level":"warning","service":"worker","stage":"log:loss","suppressed":5,"lost":{"queue_full":5}},
                {"level":"info","service":"worker","stage":"job:end","suppressed":1,"lost":{"my own":{"none":1}}},
                {"level":"info","service":"worker","stage":"provider:status","suppressed":4}""");

        assertThat(clients().get(0))
                .containsEntry("suppressed", 10L)
                .containsEntry("dropped", 5L)
                .containsEntry("lost", Map.of("sampled", 6L, "duplicate", 3L, "queue_full", 5L, "other", 1L));
    }

    @Test
    void whatIsSentAgainIsNotLostAgain() {
        String told = "{\"level\":\"warning\",\"service\":\"worker\",\"stage\":\"log:loss\",\"event_uid\":\"u\","
                + "\"lost\":{\"queue_full\":5}}";
        client.batch(told);
        client.batch(told);

        assertThat(clients().get(0)).containsEntry("dropped", 5L).containsEntry("events", 1L);
    }

    @Test
    void ofARequestThatComesAgainInPartOnlyWhatIsNewCounts() {
        String told = "{\"level\":\"warning\",\"service\":\"worker\",\"stage\":\"log:loss\",\"event_uid\":\"u1\","
                + "\"duration_ms\":\"no number\",\"lost\":{\"queue_full\":5}}";
        client.batch(told);

        client.batch(told + ",{\"level\":\"info\",\"service\":\"worker\",\"event_uid\":\"u2\"}");

        assertThat(clients().get(0)).containsEntry("dropped", 5L).containsEntry("events", 2L);
        assertThat(member(system(), "ingestion"))
                .containsEntry("stored", 2L)
                .containsEntry("repeated", 1L)
                .containsEntry("repaired", 1L);
    }

    @Test
    void metricsAreInTheTextFormatOfPrometheus() {
        client.batch("{\"level\":\"info\",\"service\":\"a \\\"quoted\\\"\\nname\"},5");

        Client.Answer answer = client.get("/metrics");

        assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(answer.text().lines())
                .contains(
                        "# TYPE pixsim_collector_events_total counter",
                        "pixsim_collector_events_total{result=\"stored\"} 1",
                        "pixsim_collector_events_total{result=\"rejected\"} 1",
                        "pixsim_collector_client_events_total{service=\"a \\\"quoted\\\"\\nname\"} 1",
                        "pixsim_collector_store_up 1")
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{.*})? -?[0-9.E-]+"));
    }

    @Test
    void theStoresSizeAndItsRetentionAreTold() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"timestamp\":\"2026-01-02T03:04:05Z\"}");

        Map<String, Object> system = system();

        assertThat(member(system, "store"))
                .containsEntry("trouble", null)
                .containsEntry("last_id", 1L)
                .containsEntry("entries", 1L);
        assertThat((List<?>) member(system, "store").get("days"))
                .singleElement(MAP)
                .containsEntry("from", "2026-01-02T03:04:05Z")
                .containsEntry("sealed", false);
        assertThat(member(system, "retention"))
                .containsEntry("days", 30L)
                .containsEntry("max_bytes", null)
                .containsEntry("rules", List.of());
    }

    @Test
    void metricsNeedTheTokenToRead() throws IOException {
        try (Running guarded = Running.in(folder.resolve("guarded"), builder -> builder.readToken("r"))) {
            assertThat(guarded.client.get("/metrics").status()).isEqualTo(401);
            assertThat(guarded.client.get(API + "/system").status()).isEqualTo(401);
        }
    }

    private Map<String, Object> system() {
        return client.get(API + "/system").object();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> clients() {
        return (List<Map<String, Object>>) system().get("clients");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }
}
