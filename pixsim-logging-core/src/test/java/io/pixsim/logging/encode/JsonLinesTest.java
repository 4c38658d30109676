package io.pixsim.logging.encode;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;

/** What a line says, and in which order. */
class JsonLinesTest {

    @Test
    void writesTheCatalogFirstThenTheContextThenTheEventsOwn() {
        String line = TestEvent.saying("submitted", PROVIDER_JOB_ID.of("pv_job_abc"))
                .marked(Stage.PROVIDER_SUBMIT)
                .in("tenant", "acme")
                .in("job_id", "123")
                .with("scene", 2)
                .line();

        assertThat(line)
                .isEqualTo("{\"timestamp\":\"2025-11-12T12:34:57.010000Z\",\"level\":\"info\",\"msg\":\"submitted\","
                        + "\"service\":\"worker\",\"env\":\"dev\",\"job_id\":123,\"provider_job_id\":\"pv_job_abc\","
                        + "\"stage\":\"provider:submit\",\"logger\":\"io.pixsim.JobProcessor\",\"thread\":\"main\","
                        + "\"tenant\":\"acme\",\"scene\":2}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T03:14:47.347438901Z, 2026-11-23T03:14:47.347438Z",
        "2026-11-23T03:14:47Z, 2026-11-23T03:14:47.000000Z",
        "1969-12-31T23:59:59Z, 1970-01-01T00:00:00.000000Z",
        "+10000-01-01T00:00:00Z, 9998-12-31T23:59:59.999999Z"
    })
    void writesTimeWithSixDigitsWithinTheYearsThatAReceiverStores(String logged, String written) {
        assertThat(TestEvent.saying("x").at(logged).json()).containsEntry("timestamp", written);
    }

    @ParameterizedTest
    @CsvSource({"TRACE, debug", "DEBUG, debug", "INFO, info", "WARN, warning", "ERROR, error"})
    void writesLevelsInTheWordsOfThePythonServices(Level level, String written) {
        assertThat(TestEvent.saying("x").level(level).json()).containsEntry("level", written);
    }

    @Test
    void writesCriticalForAMarkedError() {
        TestEvent event = TestEvent.saying("x").level(Level.ERROR).marked(Severity.CRITICAL.at(Stage.PROVIDER_ERROR));

        assertThat(event.json()).containsEntry("level", "critical").containsEntry("stage", "provider:error");
    }

    @Test
    void keepsTheNamesOfPlainMarkers() {
        TestEvent event = TestEvent.saying("x")
                .marked(MarkerFactory.getMarker("AUDIT"))
                .marked(MarkerFactory.getMarker("BILLING"));

        assertThat(event.json()).containsEntry("marker", "AUDIT,BILLING");
    }

    @ParameterizedTest
    @CsvSource({
        "traceId, trace_id",
        "trace.id, trace_id",
        "trace_id, trace_id",
        "spanId, span_id",
        "span.id, span_id",
        "span_id, span_id"
    })
    void whatATracerBoundIsTheCatalogsField(String bound, String written) {
        String id = "0af7651916cd43dd8448eb211c80319c";

        assertThat(TestEvent.saying("x").in(bound, id).json())
                .containsEntry(written, id)
                .hasSize(TestEvent.saying("x").json().size() + 1);
    }

    @Test
    void aTracersNameStaysWhereTheCatalogsFieldIsBoundItself() {
        TestEvent event =
                TestEvent.saying("x").in("traceId", "a").in("trace_id", "b").in("trace_flags", "01");

        assertThat(event.json())
                .containsEntry("trace_id", "b")
                .containsEntry("traceId", "a")
                .containsEntry("trace_flags", "01");
    }

    @Test
    void aTracersNameOnACallIsTheProgramsOwn() {
        assertThat(TestEvent.saying("x").with("traceId", "a").in("traceId", "b").json())
                .containsEntry("traceId", "a")
                .containsEntry("trace_id", "b");
    }

    @Test
    void anArgumentThatIsAFieldFillsTheMessageToo() {
        TestEvent event = TestEvent.saying("job {} after {}", JOB_ID.of(123), DURATION_MS.of(Duration.ofSeconds(2)));

        assertThat(event.json())
                .containsEntry("msg", "job 123 after 2000")
                .containsEntry("job_id", 123L)
                .containsEntry("duration_ms", 2000L);
    }

    @Test
    void aFieldArgumentBeyondThePlaceholdersIsAFieldOnly() {
        TestEvent event = TestEvent.saying("failed {}", "twice", ATTEMPT.of(2));

        assertThat(event.json()).containsEntry("msg", "failed twice").containsEntry("attempt", 2L);
    }

    @Test
    void whatTheEventSaysWinsOverItsContext() {
        TestEvent event = TestEvent.saying("x", JOB_ID.of(2))
                .in("job_id", "1")
                .in("tenant", "outer")
                .with("tenant", "inner");

        assertThat(event.json()).containsEntry("job_id", 2L).containsEntry("tenant", "inner");
    }

    @Test
    void anEventMayBringItsOwnService() {
        assertThat(TestEvent.saying("x").in("service", "api").json()).containsEntry("service", "api");
    }

    @Test
    void aBlankServiceFallsBackToTheConfiguredOne() {
        assertThat(TestEvent.saying("x").in("service", " ").json()).containsEntry("service", "worker");
    }

    @Test
    void aNullMessageIsAnEmptyOne() {
        assertThat(TestEvent.saying(null).json()).containsEntry("msg", "");
    }

    @Test
    void aMapUnderExtraIsFlattened() {
        Map<String, Object> json = TestEvent.saying("x")
                .with("extra", Map.of("account_id", 789, "id", 1, "note", "n"))
                .json();

        assertThat(json)
                .containsEntry("account_id", 789L)
                .containsEntry("id_raw", 1L)
                .containsEntry("note", "n")
                .doesNotContainKey("extra");
    }

    @Test
    void aNameGivenTwiceKeepsBothValues() {
        Map<String, Object> json = TestEvent.saying("x", JOB_ID.of(1))
                .with("job_id", 2)
                .with("k", "a")
                .with("k", "b")
                .with("k", "c")
                .json();

        assertThat(json)
                .containsEntry("job_id", 1L)
                .containsEntry("job_id_2", 2L)
                .containsEntry("k", "a")
                .containsEntry("k_2", "b")
                .containsEntry("k_3", "c");
    }

    @Test
    void aNullKeyIsStillAField() {
        assertThat(TestEvent.saying("x").with(null, 1).json()).containsEntry("null", 1L);
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        String line = TestEvent.saying(
                        "{} {} {}",
                        Map.of("api_key", "s-1"),
                        Field.text("password", "").of("s-2"),
                        1)
                .in("jwt_token", "s-3")
                .with("params", Map.of("headers", List.of(Map.of("X-Api-Key", "s-4", "Accept", "*/*"))))
                .with("Authorization", List.of("s-5", Map.of("deep", "s-6")))
                .with("extra", Map.of("client_secret", "s-7"))
                .with("error", Map.of("password", "s-8"))
                .line();

        assertThat(line).doesNotContain("s-").contains("\"Accept\":\"*/*\"");
        assertThat(TestEvent.parse(line))
                .containsEntry("Authorization", "***redacted***")
                .containsEntry("jwt_token", "***redacted***")
                .containsEntry("msg", "{\"api_key\":\"***redacted***\"} ***redacted*** 1");
    }

    @Test
    void longStringsAreCutAndSaySo() {
        String line =
                TestEvent.saying("m".repeat(200)).with("k", "v".repeat(200)).line(new Limits(100), Dialect.LINES);

        Map<String, Object> json = TestEvent.parse(line);
        assertThat((String) json.get("msg"))
                .startsWith("mmm")
                .endsWith("… [100 more characters cut]")
                .hasSize(100);
        assertThat((String) json.get("k")).hasSize(100);
    }

    @Test
    void theFailureIsToldByItsRootCause() {
        TestEvent event = TestEvent.saying("x")
                .failing(new TestFailure("java.lang.IllegalStateException", "outer")
                        .causedBy(new TestFailure("java.util.concurrent.TimeoutException", "timeout")));

        assertThat(event.json())
                .containsEntry("error", "timeout")
                .containsEntry("error_type", "TimeoutException")
                .containsEntry(
                        "exception",
                        "java.util.concurrent.TimeoutException: timeout\nWrapped by: java.lang.IllegalStateException: outer");
    }

    @Test
    void whatTheProgramSaysOfTheErrorStands() {
        TestEvent event = TestEvent.saying("x")
                .with("error", "quota used up")
                .with("error_type", "QuotaError")
                .failing(new TestFailure("java.io.IOException", "429"));

        assertThat(event.json())
                .containsEntry("error", "quota used up")
                .containsEntry("error_type", "QuotaError")
                .containsEntry("exception", "java.io.IOException: 429");
    }

    @Test
    void aFailureWithoutAMessageIsToldByItsType() {
        assertThat(TestEvent.saying("x")
                        .failing(new TestFailure("a.b.Broken", null))
                        .json())
                .containsEntry("error", "Broken")
                .containsEntry("error_type", "Broken");
    }
}
