package io.pixsim.logging.collector.contract;

import static io.pixsim.logging.collector.Running.API;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of events that are not as they should be, and of those that come again. */
public abstract class IngestContract {

    private static final String BATCH = API + "/ingest/batch";

    private TestStore store;
    private Running running;
    private Client client;

    /** An empty store. */
    protected abstract TestStore newStore() throws Exception;

    @BeforeEach
    void start() throws Exception {
        store = newStore();
        running = Running.on(store);
        client = running.client;
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
        store.close();
    }

    @Test
    void aBadElementCostsNoOtherOne() {
        Client.Answer answer = client.batch("{\"level\":\"info\",\"service\":\"a\"},5,\"text\",null,[1],"
                + "{\"level\":\"info\",\"service\":\"b\"}," + nested(40));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object()).containsEntry("count", 2L);
        assertThat(answer.object().get("rejected"))
                .isEqualTo(List.of(
                        Map.of("index", 1L, "reason", "not a JSON object, but a number"),
                        Map.of("index", 2L, "reason", "not a JSON object, but a text"),
                        Map.of("index", 3L, "reason", "not a JSON object, but null"),
                        Map.of("index", 4L, "reason", "not a JSON object, but a list"),
                        Map.of("index", 6L, "reason", "nested deeper than 32")));
        assertThat(client.get(API + "/query").logs()).hasSize(2);
    }

    @Test
    void anEventThatIsTooLargeIsRejectedAlone() {
        String large = "{\"level\":\"info\",\"service\":\"a\",\"msg\":\"" + "x".repeat(1 << 20) + "\"}";

        Client.Answer answer = client.batch(large + ",{\"level\":\"info\",\"service\":\"b\"}");

        assertThat(answer.object()).containsEntry("count", 1L);
        assertThat(answer.text()).contains("{\"index\":0,\"reason\":\"larger than 1048576 bytes");
    }

    @Test
    void whatDoesNotFitAColumnIsPutRightAndReported() {
        Client.Answer answer = client.batch("{\"timestamp\":\"yesterday\",\"job_id\":[1],\"duration_ms\":\"soon\"}");

        assertThat(answer.object().get("repaired"))
                .isEqualTo(List.of(Map.of(
                        "index",
                        0L,
                        "reason",
                        "timestamp is not ISO 8601; job_id is neither a whole number nor text;"
                                + " duration_ms is not a number of 64 bits; level is missing; service is missing")));
        assertThat(only())
                .containsEntry("level", "info")
                .containsEntry("service", "unknown")
                .containsEntry("job_id", null)
                .containsEntry(
                        "extra",
                        Map.of("timestamp_raw", "yesterday", "job_id_raw", List.of(1L), "duration_ms_raw", "soon"));
    }

    @Test
    void whatIsSetAsideTakesThePlaceOfNothing() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"attempt\":\"x\",\"attempt_raw\":\"y\","
                + "\"k\":1,\"k_raw\":2,\"extra\":{\"k\":3}}");

        assertThat(only().get("extra"))
                .isEqualTo(Map.of("attempt_raw", "y", "attempt_raw_raw", "x", "k", 1L, "k_raw", 2L, "k_raw_raw", 3L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12                  | 12",
                "12.0                | 12",
                "\"12\"              | \"12\"",
                "\"analysis-3917\"   | \"analysis-3917\"",
                "1000000000000000000 | 1000000000000000000",
            })
    void anIdIsGivenBackAsItCameAndFoundByItsText(String sent, String back) {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"job_id\":" + sent + "}");

        String id = back.replace("\"", "");
        assertThat(client.get(API + "/trace/job/" + id).text()).contains("\"job_id\":" + back + ",");
        assertThat(client.get(API + "/query", "job_id", id).logs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "a\tb", "a;b", "a%2Fb", "..", "\u00FC"})
    void anIdIsAskedForWhateverCharactersItHolds(String id) {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"job_id\":\""
                + id.replace("\\", "\\\\").replace("\t", "\\t") + "\"}");

        assertThat(client.get(API + "/trace/job/" + URLEncoder.encode(id, UTF_8))
                        .list())
                .hasSize(1);
    }

    @Test
    void aTextThatAForwarderSentUnderAnotherNameIsTheIdAgain() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"job_id_raw\":\"job-abc123\"}");

        assertThat(only()).containsEntry("job_id", "job-abc123").containsEntry("extra", null);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-13T00:30:00,2025-11-13T00:30:00Z",
        "2025-11-13T00:30:00.1234567Z,2025-11-13T00:30:00.123456Z",
        "2025-11-13 01:30:00+01:00,2025-11-13T00:30:00Z",
        "2025-11-13 01:30:00.5+01,2025-11-13T00:30:00.500000Z",
        "2025-11-13,2025-11-13T00:00:00Z",
    })
    void timesAreReadWithAndWithoutAZone(String sent, String stored) {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"timestamp\":\"" + sent + "\"}");

        assertThat(only()).containsEntry("timestamp", stored);
    }

    @Test
    void aClockThatIsFarAheadDoesNotStandOnTopForEver() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"timestamp\":\"9000-01-01T00:00:00Z\"}");

        assertThat(only().get("extra")).isEqualTo(Map.of("timestamp_raw", "9000-01-01T00:00:00Z"));
    }

    @Test
    void aNullCharacterHalfACharacterAndNaNAreStoredInAFormThatCanBeRead() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"msg\":\"a\\u0000b\\ud800c\",\"rate\":NaN,\"big\":1e999}");

        assertThat(only())
                .containsEntry("msg", "ab\uFFFDc")
                .containsEntry("extra", Map.of("rate", "NaN", "big", "1e999"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"k\\udc80\":1}       | k\uFFFD",
                "{\"k\\ud83d\":1}       | k\uFFFD",
                "{\"k\\ud83d\\ude00\":1} | k\uD83D\uDE00",
                "{\"k\\\\ud83d\":1}    | k\\ud83d",
            })
    void halfACharacterInANameCostsNoEvent(String sent, String name) {
        String event = "{\"level\":\"info\",\"service\":\"a\",\"x\":" + sent + "}";
        client.batch(event);
        client.post(API + "/ingest/ndjson", event, "Content-Type", "application/x-ndjson");

        assertThat(client.get(API + "/query").logs())
                .hasSize(2)
                .allSatisfy(log -> assertThat(log).containsEntry("extra", Map.of("x", Map.of(name, 1L))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".5"})
    void aNumberThatIsVeryLongIsTextAndCostsNoOtherEvent(String fraction) {
        String number = "9".repeat(4_000) + fraction;

        Client.Answer answer = client.batch(
                "{\"level\":\"info\",\"service\":\"a\"},{\"level\":\"info\",\"service\":\"b\",\"x\":" + number + "}");

        assertThat(answer.object()).containsEntry("count", 2L);
        assertThat(client.get(API + "/query", "service", "b").logs().get(0))
                .containsEntry("extra", Map.of("x", number));
    }

    @Test
    void theEventIsTheMessageWhereThereIsNone() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"event\":\"cache_warmed\"}");

        assertThat(only()).containsEntry("msg", "cache_warmed").containsEntry("extra", null);
    }

    @Test
    void whatAClientDidNotHideIsHidden() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"msg\":\"login with password=hunter2\","
                + "\"api_key\":\"sk-live-1\",\"headers\":{\"Authorization\":\"Bearer abc.def\"},"
                + "\"list\":[{\"name\":\"token\",\"value\":\"t-secret\"}]}");

        String stored = client.get(API + "/query").text();
        assertThat(stored).doesNotContain("hunter2", "sk-live-1", "abc.def", "t-secret");
        assertThat(only().get("extra").toString()).contains("api_key=***redacted***");
    }

    @Test
    void anEventThatComesAgainIsStoredOnce() {
        String event = "{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"run-1:7\"}";
        client.batch(event);

        Client.Answer answer =
                client.batch(event + ",{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"run-1:8\"}");

        assertThat(answer.object()).containsEntry("count", 2L).containsEntry("repeated", 1L);
        assertThat(client.get(API + "/query").logs()).hasSize(2);
    }

    @Test
    void anEmptyEventUidTellsNoEventsApart() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"\"},"
                + "{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\" \"}");

        Client.Answer answer = client.batch("{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"\"}");

        assertThat(answer.object()).containsEntry("count", 1L).doesNotContainKey("repeated");
        assertThat(client.get(API + "/query").logs()).hasSize(3);
    }

    @Test
    void anEventWhoseUidIsVeryLongIsStoredOnceToo() {
        String event = "{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"" + "x".repeat(5_000);
        client.batch(event + "1\"}");

        Client.Answer answer = client.batch(event + "1\"}," + event + "2\"}");

        assertThat(answer.object()).containsEntry("count", 2L).containsEntry("repeated", 1L);
        assertThat(client.get(API + "/query").logs()).hasSize(2);
    }

    @Test
    void anEventOfADownloadThatIsSentAgainIsStoredOnce() {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"run:7\"}");

        Client.Answer answer = client.post(
                API + "/ingest/ndjson", client.get(API + "/export").text(), "Content-Type", "application/x-ndjson");

        assertThat(answer.object()).containsEntry("repeated", 1L);
    }

    @Test
    void aBatchThatComesAgainIsStoredOnce() {
        String body = "{\"logs\":[{\"level\":\"info\",\"service\":\"a\"},{\"level\":\"info\",\"service\":\"a\"}]}";
        client.post(BATCH, body, "X-PixSim-Batch-Id", "batch-1");

        Client.Answer answer = client.post(BATCH, body, "X-PixSim-Batch-Id", "batch-1");

        assertThat(answer.object()).containsEntry("count", 2L).containsEntry("repeated", 2L);
        assertThat(client.get(API + "/query").logs()).hasSize(2);
    }

    @Test
    void aNameThatIsVeryLongCostsNoQuestion() {
        String name = "k".repeat(49_998);
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"" + name + "\":1,\"extra\":{\"" + name + "\":2}}");

        assertThat(client.get(API + "/query").text()).contains("\"" + name + "\":1", "\"" + name + "_raw\":2");
        assertThat(client.get(API + "/fields").status()).isEqualTo(200);
    }

    private Map<String, Object> only() {
        List<Map<String, Object>> logs = client.get(API + "/query").logs();
        assertThat(logs).hasSize(1);
        return logs.get(0);
    }

    private static String nested(int depth) {
        return "{\"level\":\"info\",\"service\":\"a\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }
}
