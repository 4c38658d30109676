package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.batchOf;
import static io.pixsim.logging.test.ingest.Client.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;

import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one bad event does to its batch, and which rule it breaks: the table of the wire contract, row by row. */
class BadEventTest {

    private static final String NAIVE = "\"timestamp\":\"2025-11-13T00:30:00.000000\"";
    private static final String ZULU = "\"timestamp\":\"2025-11-13T00:30:00.000000Z\"";
    private static final String WELL = "{" + NAIVE + ",\"level\":\"info\",\"service\":\"worker\",\"msg\":\"good\"}";

    private static final int STORED = 3;
    private static final int STOPPED = 1;
    private static final String NONE = "";

    private final Client client = new Client();

    /** The defect, how many of three the first backend stores, whether today's stores them, and the sender's rule. */
    static Stream<Arguments> table() {
        return Stream.of(
                arguments("\"job_id\":\"123\"", STOPPED, false, "job_id is not a 32-bit integer"),
                arguments("\"job_id\":\"analysis-3917\"", STOPPED, false, "job_id is not a 32-bit integer"),
                arguments("\"job_id\":2147483648", STOPPED, false, "job_id is not a 32-bit integer"),
                arguments("\"job_id\":1000000000000000000000000000000", STOPPED, false, "job_id is not a 32-bit"),
                arguments("\"job_id\":1e30", STOPPED, false, "job_id is not a 32-bit integer"),
                arguments("\"job_id\":2147483647", STORED, true, NONE),
                arguments("\"job_id\":-2147483648", STORED, true, NONE),
                arguments("\"job_id\":null", STORED, true, NONE),
                arguments("\"job_id\":1.0", STORED, true, "job_id is not a 32-bit integer"),
                arguments("\"job_id\":1.5", STORED, true, "job_id is not a 32-bit integer"),
                arguments("\"job_id\":true", STORED, true, "job_id is not a 32-bit integer"),
                arguments("\"duration_ms\":12.7", STORED, true, "duration_ms is not a 32-bit integer"),
                arguments("\"job_id\":[1]", STOPPED, false, "job_id is not a 32-bit integer"),
                arguments(text("stage", 51), STOPPED, false, "stage has 51 characters, more than 50"),
                arguments(text("stage", 50), STORED, true, NONE),
                arguments("\"stage\":\"" + "\ud83d\ude00".repeat(50) + "\"", STORED, true, NONE),
                arguments(text("level", 21), STOPPED, false, "level has 21 characters, more than 20"),
                arguments(text("service", 51), STOPPED, true, "service has 51 characters, more than 50"),
                arguments(text("service", 151), STOPPED, false, "service has 151 characters, more than 50"),
                arguments(text("env", 21), STOPPED, false, "env has 21 characters, more than 20"),
                arguments(text("request_id", 101), STOPPED, false, "request_id has 101 characters"),
                arguments(text("provider_job_id", 256), STOPPED, false, "provider_job_id has 256 characters"),
                arguments(text("provider_id", 51), STOPPED, false, "provider_id has 51 characters"),
                arguments(text("operation_type", 51), STOPPED, false, "operation_type has 51 characters"),
                arguments(text("error_type", 101), STOPPED, false, "error_type has 101 characters"),
                arguments(text("channel", 31), STORED, false, "channel has 31 characters, more than 30"),
                arguments(text("domain", 31), STORED, false, "domain has 31 characters, more than 30"),
                arguments("\"msg\":5", STOPPED, false, "msg is not text: 5"),
                arguments("\"msg\":{\"a\":1}", STOPPED, false, "msg is not text"),
                arguments("\"request_id\":123", STOPPED, false, "request_id is not text: 123"),
                arguments("\"error\":[\"a\"]", STOPPED, false, "error is not text"),
                arguments("\"level\":null", STOPPED, false, "level is missing or empty"),
                arguments("\"service\":null", STOPPED, false, "service is missing or empty"),
                arguments("\"level\":\"\"", STORED, true, "level is missing or empty"),
                arguments("\"env\":null", STORED, true, NONE),
                arguments("\"timestamp\":\"garbage\"", STORED, true, "timestamp is not UTC with six digits"),
                arguments("\"timestamp\":\"\"", STORED, true, "timestamp is not UTC with six digits"),
                arguments("\"timestamp\":null", STORED, true, "timestamp is not UTC with six digits"),
                arguments("\"timestamp\":1700000000000", STOPPED, false, "timestamp is not UTC with six digits"),
                arguments("\"timestamp\":1700000000.5", STOPPED, false, "timestamp is not UTC with six digits"),
                arguments("\"timestamp\":\"2025-11-13T00:30:00Z\"", STOPPED, true, "timestamp is not UTC with six"),
                arguments("\"timestamp\":\"2025-11-13T00:30:00.123456789Z\"", STOPPED, true, "timestamp is not UTC"),
                arguments("\"timestamp\":\"2025-11-13T02:30:00+02:00\"", STOPPED, true, "timestamp is not UTC with"),
                arguments("\"timestamp\":\"2025-11-13T00:30:00z\"", STORED, true, "timestamp is not UTC with six"),
                arguments("\"timestamp\":\"0001-01-01T00:00:00.000000Z\"", STOPPED, true, "timestamp is outside the"),
                arguments("\"timestamp\":\"9999-12-31T23:59:59.999999Z\"", STOPPED, true, "timestamp is outside the"),
                arguments("\"msg\":\"a\\u0000b\"", STOPPED, false, "msg holds a NUL character"),
                arguments("\"note\":\"a\\u0000b\"", STORED, true, "note holds a NUL character"),
                arguments("\"no\\u0000te\":1", STORED, true, "no\0te holds a NUL character"),
                arguments("\"msg\":\"a\\ud800b\"", STOPPED, false, "msg holds half of a surrogate pair"),
                arguments("\"note\":{\"x\":[\"a\\udc00\"]}", STORED, true, "note.x[] holds half of a surrogate pair"),
                arguments("\"note\":1e400", STOPPED, false, "note is not a finite number"),
                arguments("\"note\":{\"deep\":[1e400]}", STOPPED, false, "note.deep[] is not a finite number"),
                arguments("\"note\":{\"a\":[1,{\"b\":null}]}", STORED, true, NONE),
                arguments("\"note\":" + nested(32), STORED, true, NONE),
                arguments("\"note\":" + nested(33), STORED, true, "is nested deeper than 32"),
                arguments("\"note\":9223372036854775807", STORED, true, NONE),
                arguments("\"note\":9223372036854775808", STORED, true, "note is an integer beyond 64 bits"),
                arguments("\"\":1,\"a b.c\":2,\"\u00e9\":3", STORED, true, NONE),
                arguments("\"id\":9", STORED, true, "id is a key that the receiver keeps for itself"),
                arguments("\"created_at\":\"x\"", STORED, true, "created_at is a key that the receiver keeps"),
                arguments("\"extra\":{}", STORED, true, "extra is a key that the receiver keeps for itself"),
                arguments("\"artifact_id\":\"a\"", STOPPED, true, "artifact_id is not a 32-bit integer"),
                arguments("\"generation_id\":\"a\"", STORED, false, "generation_id is not a 32-bit integer"),
                arguments("\"trace_id\":5", STORED, true, "trace_id is not text: 5"),
                arguments("\"msg\":\"" + "m".repeat(1_000_000) + "\"", STORED, true, NONE));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("table")
    void theFirstBackendStopsAtTheBadEvent(String defect, int stored, boolean storedToday, String rule)
            throws Exception {
        try (IngestServer server = IngestServer.start(Generation.S0)) {
            var response = client.post(server.url(), batchOf(WELL, event(defect, NAIVE), WELL));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response)).containsEntry("count", (long) stored);
            assertThat(server.events()).hasSize(stored);
        }
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("table")
    void todaysBackendStoresAllOrNothing(String defect, int stored, boolean storedToday, String rule) throws Exception {
        try (IngestServer server = IngestServer.start(Generation.H)) {
            var response = client.post(server.url(), batchOf(WELL, event(defect, ZULU), WELL));

            assertThat(response.statusCode()).isEqualTo(storedToday ? 200 : 500);
            assertThat(server.events()).hasSize(storedToday ? 3 : 0);
        }
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("table")
    void theRulesNameWhatIsWrong(String defect, int stored, boolean storedToday, String rule) throws Exception {
        var event = JsonReader.readObject(event(defect, ZULU).getBytes(UTF_8));

        List<String> violations = WireRules.violations(event);

        if (rule.isEmpty()) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).first().asString().contains(rule);
        }
    }

    /** A good event with one thing wrong: the defect takes the place of the good value, if there is one. */
    private static String event(String defect, String timestamp) {
        StringBuilder event = new StringBuilder("{").append(defect);
        for (String member : List.of(timestamp, "\"level\":\"info\"", "\"service\":\"worker\"")) {
            String key = member.substring(0, member.indexOf(':') + 1);
            event.append(defect.startsWith(key) ? "" : "," + member);
        }
        return event.append('}').toString();
    }

    private static String text(String key, int length) {
        return "\"" + key + "\":\"" + "x".repeat(length) + "\"";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
