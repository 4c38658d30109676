package io.pixsim.logging.test.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What this library's own encoder makes of the worst that a caller can log breaks no rule, and is stored. */
class OwnEventsTest {

    private final LoggerContext logback = new LoggerContext();
    private final Logger log = logback.getLogger("own");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final JsonLinesEncoder encoder = new JsonLinesEncoder();

    @BeforeEach
    void start() {
        encoder.setContext(logback);
        encoder.setService("worker");
        encoder.setDialect(Dialect.PIXSIM_BATCH);
        encoder.start();
        log.setLevel(Level.TRACE);
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logback.stop();
    }

    static Stream<Arguments> worst() {
        return Stream.of(
                arguments("job_id", "job-abc123"),
                arguments("job_id", Long.MAX_VALUE),
                arguments("job_id", 1.5),
                arguments("job_id", true),
                arguments("duration_ms", Double.NaN),
                arguments("attempt", List.of(1)),
                arguments("stage", "s".repeat(51)),
                arguments("stage", "\ud83d\ude00".repeat(51)),
                arguments("service", "s".repeat(51)),
                arguments("service", ""),
                arguments("level", "x".repeat(21)),
                arguments("request_id", 5),
                arguments("request_id", "r".repeat(101)),
                arguments("trace_id", 7),
                arguments("error", Map.of("a", 1)),
                arguments("domain", "d\0".repeat(31)),
                arguments("timestamp", 1_700_000_000_000L),
                arguments("id", 9),
                arguments("created_at", "x"),
                arguments("extra", Map.of("id", 1, "msg", 2, "job_id", "text")),
                arguments("extra", 5),
                arguments("note", "nul \0 and half \ud800 of a pair"),
                arguments("nul \0 and half \udc00", 1),
                arguments("note", Map.of("nul \0", List.of("half \ud800"))),
                arguments("note", Double.POSITIVE_INFINITY),
                arguments("note", BigInteger.TEN.pow(400)),
                arguments("note", nested(200)),
                arguments("note", containsItself()),
                arguments("", 1));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("worst")
    void theWorstValueBreaksNoRule(String key, Object value) throws Exception {
        log.atError().addKeyValue(key, value).log("worst {}", value);

        assertThat(WireRules.violations(JsonReader.readObject(encoded()))).isEmpty();
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("worst")
    void theWorstValueIsStored(String key, Object value) throws Exception {
        log.atError().addKeyValue(key, value).log("worst");

        try (IngestServer server = IngestServer.start()) {
            var response = new Client().post(server.url(), Client.batchOf(new String(encoded(), UTF_8)));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(server.events()).hasSize(1);
        }
    }

    private byte[] encoded() {
        return encoder.encode(logged.list.get(0));
    }

    private static List<Object> nested(int depth) {
        List<Object> nested = List.of();
        for (int i = 1; i < depth; i++) {
            nested = List.of(nested);
        }
        return nested;
    }

    private static List<Object> containsItself() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
    }
}
