package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.Accounting;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;

/** Whatever format an event travels in, the same event arrives. */
class FormatsTest {

    private final IngestServer endpoint = IngestServer.start();

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ZERO);
        endpoint.close();
    }

    @Test
    void theSameEventArrivesInEachFormat() {
        for (IngestionFormat format : IngestionFormat.values()) {
            logAllKinds(configure(format));
            assertThat(Logging.shutdown(Patience.LONG).undelivered()).isZero();
        }

        List<Map<String, Object>> events = endpoint.events().stream()
                .filter(event -> !"job:end".equals(event.get("stage")))
                .map(FormatsTest::withoutWhatDiffersFromCallToCall)
                .toList();
        assertThat(events).hasSize(3);
        assertThat(events.get(1)).isEqualTo(events.get(0));
        assertThat(events.get(2)).isEqualTo(events.get(0));
        assertThat(events.get(0))
                .containsEntry("job_id", 123L)
                .containsEntry("attempt", 0L)
                .containsEntry("flag", true)
                .containsEntry("nothing", null)
                .containsEntry("list", Arrays.asList(1L, "two", null))
                .containsEntry("trace_id", "0af7651916cd43dd8448eb211c80319c")
                .containsEntry("error_type", "IOException");
        assertThat(endpoint.events())
                .allSatisfy(event -> assertThat(event.get("timestamp").toString())
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"));
    }

    @ParameterizedTest
    @EnumSource(IngestionFormat.class)
    void eachEventIsThereOnceAndNoneIsMissing(IngestionFormat format) {
        Logger log = configure(format);

        for (int i = 0; i < 2_500; i++) {
            log.info("numbered", ExitingChild.NUMBER.of(i));
        }
        Logging.flush(Patience.LONG);

        assertThat(endpoint.accounting().stored()).isEqualTo(2_500);
        assertThat(endpoint.accounting().duplicates()).isEmpty();
        assertThat(endpoint.accounting().missing()).isEmpty();
        assertThat(endpoint.accounting(ExitingChild.NUMBER.name()))
                .isEqualTo(new Accounting(2_500, List.of(), List.of()));
        assertThat(endpoint.batches()).allMatch(batch -> batch.format() == format);
    }

    private static void logAllKinds(Logger log) {
        try (var job = LogContext.job(123)) {
            log.atError()
                    .addMarker(PROVIDER_ERROR)
                    .addKeyValue(ATTEMPT.name(), 0)
                    .addKeyValue("trace_id", "0af7651916cd43dd8448eb211c80319c")
                    .addKeyValue("span_id", "b7ad6b7169203331")
                    .addKeyValue("event", "submit.failed")
                    .addKeyValue("flag", true)
                    .addKeyValue("ratio", 0.1)
                    .addKeyValue("large", Long.MAX_VALUE)
                    .addKeyValue("nothing", (Object) null)
                    .addKeyValue("empty", "")
                    .addKeyValue("list", Arrays.asList(1, "two", null))
                    .addKeyValue("map", Map.of("inner", Map.of("deep", -1.5)))
                    .addKeyValue("text", "\u00e9 \uD83D\uDE00 \"quoted\"\n{}")
                    .setCause(new IOException("timeout"))
                    .log("failed");
        }
    }

    private static Map<String, Object> withoutWhatDiffersFromCallToCall(Map<String, Object> event) {
        Map<String, Object> rest = new HashMap<>(event);
        rest.remove("timestamp");
        rest.remove(Wire.EVENT_UID);
        return rest;
    }

    private Logger configure(IngestionFormat format) {
        return Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url(format))
                .endpoint(EndpointOptions.of(format))
                .build());
    }
}
