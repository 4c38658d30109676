package io.pixsim.logging.collector.contract;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, in which order, and what is answered to questions that make no sense. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class QueryContract {

    private static final String QUERY = API + "/query";

    private TestStore store;
    private Running running;
    private Client client;

    /** An empty store. */
    protected abstract TestStore newStore() throws Exception;

    @BeforeAll
    void start() throws Exception {
        store = newStore();
        running = Running.on(store, builder -> builder.allowOrigin("https://app.example"));
        client = running.client;
        client.batch("""
                {"timestamp":"2026-01-01T00:00:00Z","level":"debug","service":"worker","msg":"one 100% done","stage":"provider:submit","duration_ms":10},
                {"timestamp":"2026-01-01T00:01:00Z","level":"INFO","service":"worker","msg":"two under_score","stage":"provider:submit","duration_ms":20},
                {"timestamp":"2026-01-01T00:02:00Z","level":"notice","service":"api","msg":"three ZÜRICH Ärger über Öl"},
                {"timestamp":"2026-01-01T00:03:00Z","level":"WARN","service":"api","msg":"four","stage":"pipeline:start"},
                {"timestamp":"2026-01-01T00:04:00Z","level":"error","service":"worker","msg":"five","error":"Connection lost after timeout","error_type":"TimeoutException","request_id":"r-5","note":"a \\"quoted\\" word"},
                {"timestamp":"2026-01-01T00:05:00Z","level":"FATAL","service":"worker","msg":"six timeout","provider_id":"pixverse","duration_ms":500,"stage":"provider:submit"}""");
        client.batch(IntStream.range(0, 25)
                .mapToObj(i ->
                        "{\"timestamp\":\"2025-06-01T00:00:00Z\",\"level\":\"info\",\"service\":\"pages\",\"msg\":\"m"
                                + i + "\",\"attempt\":" + i + "}")
                .collect(Collectors.joining(",")));
    }

    @AfterAll
    void stop() throws Exception {
        running.close();
        store.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "level        ; ERROR                     ; five",
                "level        ; warning                   ; four",
                "level        ; info                      ; two",
                "level        ; Notice                    ; three",
                "level        ; critical                  ; six",
                "min_level    ; warn                      ; six five four",
                "service      ; api                       ; four three",
                "stage        ; pipeline:start            ; four",
                "stage_prefix ; provider                  ; six two one",
                "stage_prefix ; provider:                 ; six two one",
                "stage_prefix ; prov                      ;",
                "provider_id  ; pixverse                  ; six",
                "duration_ms  ; 20                        ; two",
                "error_type   ; TimeoutException          ; five",
                "search       ; TIMEOUT                   ; six five",
                "search       ; connection lost           ; five",
                "search       ; lost connection           ;",
                "search       ; four | three              ; four three",
                "search       ; timeout !lost             ; six",
                "search       ; !o                        ; three",
                "search       ; zürich                    ; three",
                "search       ; ärger                     ; three",
                "search       ; ärger über                ; three",
                "search       ; ÄRGER ÜBER                ; three",
                "search       ; %                         ; one",
                "search       ; _                         ; two",
                "search       ; \"quoted\"                ; five",
                "start_time   ; 2026-01-01T00:05:00Z      ; six",
                "start_time   ; 2026-01-01T01:05:00+01:00 ; six",
                "start_time   ; 1767225900                ; six",
                "end_time     ; 2026-01-01                ; one",
            })
    void aFilterFinds(String name, String value, String found) {
        List<String> parameters = new ArrayList<>(List.of(name, value, "limit", "100"));
        if (!name.equals("start_time")) {
            parameters.addAll(List.of("start_time", "2026-01-01T00:00:00"));
        }

        List<Map<String, Object>> logs =
                client.get(QUERY, parameters.toArray(String[]::new)).logs();

        assertThat(logs.stream()
                        .map(log -> log.get("msg").toString().replaceAll(" .*", ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void aPlusThatWasNotEncodedIsUnderstood() {
        assertThat(client.get(QUERY + "?start_time=2026-01-01T01:05:00+01:00").logs())
                .hasSize(1);
    }

    @Test
    void pagesByCursorHoldEachEntryOnceAlsoOfOneTime() {
        List<Object> seen = new ArrayList<>();
        Object cursor = "";
        while (cursor != null) {
            Client.Answer page = client.get(QUERY, "service", "pages", "limit", "7", "cursor", cursor.toString());
            page.logs().forEach(log -> seen.add(log.get("attempt")));
            cursor = page.object().get("next_cursor");
        }

        assertThat(seen)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith(24L, 23L)
                .endsWith(0L);
    }

    @Test
    void whoWantsNoCountGetsNone() {
        Client.Answer page = client.get(QUERY, "service", "pages", "limit", "10", "count", "none");

        assertThat(page.logs()).hasSize(10);
        assertThat(page.object()).containsEntry("total", 10L).containsEntry("total_is_exact", false);
    }

    @Test
    void pagesByOffsetAreTheSame() {
        Client.Answer page = client.get(QUERY, "service", "pages", "limit", "10", "offset", "20");

        assertThat(page.logs().stream().map(log -> log.get("attempt"))).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThat(page.object())
                .containsEntry("total", 25L)
                .containsEntry("offset", 20L)
                .containsEntry("total_is_exact", true)
                .containsEntry("next_cursor", null);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,1001",
        "limit,ten",
        "offset,-1",
        "offset,100001",
        "start_time,yesterday",
        "end_time,2026-13-01",
        "min_level,loud",
        "cursor,nonsense",
        "count,roughly",
        "attempt,first",
    })
    void aParameterThatMakesNoSenseIsNamed(String name, String value) {
        Client.Answer answer = client.get(QUERY, name, value);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object()).containsEntry("code", "validation_error");
        assertThat(answer.object().get("fields").toString()).contains("loc=[query, " + name + "]");
    }

    @Test
    void anEmptyParameterAndOneThatNobodyKnowsAreNoFilter() {
        assertThat(client.get(QUERY, "service", "", "minutes", "5", "limit", "").logs())
                .hasSize(31);
    }

    @Test
    void whatIsNotThereAndWhatIsNotAllowedIsTold() {
        assertThat(client.get("/nothing").status()).isEqualTo(404);
        assertThat(client.get(API + "/nothing").object()).containsEntry("code", "not_found");
        assertThat(client.get(API + "/ingest/batch").status()).isEqualTo(405);
        assertThat(client.post(QUERY, "{}").header("Allow")).isEqualTo("GET");
        assertThat(client.get(QUERY + "/").status()).isEqualTo(307);
        assertThat(client.get(API + "/distinct").status()).isEqualTo(422);
        assertThat(client.get(API + "/distinct/msg").status()).isEqualTo(400);
        assertThat(client.get(QUERY + "?search=%ff").status()).isIn(200, 422);
    }

    @Test
    void theIdsOfACallAreGivenBack() {
        HttpRequest request =
                client.request("/health").header("X-Request-ID", "r-77").build();

        assertThat(client.send(request).header("X-Request-ID")).isEqualTo("r-77");
    }

    @Test
    void aPageOfAnotherOriginMayCallWhenItIsAllowed() {
        HttpRequest.Builder asks = client.request(API + "/ingest/batch")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST");

        assertThat(client.send(asks.copy()
                                .header("Origin", "https://app.example")
                                .build())
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("https://app.example");
        assertThat(client.send(asks.copy()
                                .header("Origin", "https://evil.example")
                                .build())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void countsAreByTimeLevelAndFieldAndDurationsByStage() {
        Map<String, Object> stats = client.get(
                        API + "/stats",
                        "start_time",
                        "2026-01-01T00:00:00Z",
                        "end_time",
                        "2026-01-01T00:10:00Z",
                        "interval_seconds",
                        "120")
                .object();

        assertThat(stats)
                .containsEntry("total", 6L)
                .containsEntry("by_service", Map.of("worker", 4L, "api", 2L))
                .containsEntry("by_stage", Map.of("provider:submit", 3L, "pipeline:start", 1L))
                .containsEntry("by_error_type", Map.of("TimeoutException", 1L))
                .containsEntry(
                        "duration_ms_by_stage",
                        Map.of("provider:submit", Map.of("count", 3L, "p50", 20L, "p95", 500L)));
        assertThat(stats.get("buckets"))
                .isEqualTo(List.of(
                        bucket("2026-01-01T00:00:00Z", Map.of("debug", 1L, "info", 1L)),
                        bucket("2026-01-01T00:02:00Z", Map.of("info", 1L, "warning", 1L)),
                        bucket("2026-01-01T00:04:00Z", Map.of("error", 1L, "critical", 1L))));
    }

    @Test
    void whatStandsAroundAnEntryIsInOrder() {
        Object id = client.get(QUERY, "search", "four").logs().get(0).get("id");

        Map<String, Object> context =
                client.get(API + "/context/" + id, "before", "2", "after", "1").object();

        assertThat(context.get("before").toString()).containsSubsequence("two", "three");
        assertThat(context.get("entry").toString()).contains("four");
        assertThat(context.get("after").toString()).contains("five").doesNotContain("six");
        assertThat(client.get(API + "/context/999999").status()).isEqualTo(404);
        assertThat(client.get(API + "/context/first").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"search,lost after", "search,timeout !nothing", "request_id,r-5", "min_level,error"})
    void valuesOfWhatHasNoColumnAreThoseThatAFilterFinds(String name, String value) {
        Client.Answer answer = client.get(API + "/distinct", "field", "note", name, value);

        assertThat(answer.object()).containsEntry("values", List.of("a \"quoted\" word"));
    }

    @Test
    void aDownloadHoldsWhatTheFilterFinds() {
        String lines = client.get(API + "/export", "service", "api").text();
        String table =
                client.get(API + "/export", "format", "csv", "level", "error").text();

        assertThat(lines.lines()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("{\"id\":"));
        assertThat(table.lines()).hasSize(2);
        assertThat(table).startsWith("id,timestamp,level,").contains("\"{\"\"note\"\":");
        assertThat(client.get(API + "/export", "service", "none").text()).isEmpty();
        assertThat(client.get(API + "/export", "format", "pdf").status()).isEqualTo(422);
    }

    private static Map<String, Object> bucket(String time, Map<String, Long> levels) {
        return Map.of("timestamp", time, "count", 2L, "levels", levels);
    }
}
