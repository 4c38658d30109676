package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_STATUS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.sink.Compression;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.test.ingest.Accounting;
import io.pixsim.logging.test.ingest.Answer;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.test.ingest.ReceivedBatch;
import io.pixsim.logging.test.ingest.WireRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** From a plain SLF4J call to the endpoint's storage, over real sockets. */
class ForwardingTest {

    private static final Duration SOON = Patience.LONG;

    private final IngestServer endpoint = IngestServer.start();

    @AfterEach
    void stop() {
        endpoint.respond(Answer.ok());
        endpoint.release();
        Logging.shutdown(SOON);
        endpoint.close();
    }

    @Test
    void whatIsLoggedArrivesCorrelated() {
        Logger log = configure();

        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            log.info(PIPELINE_START, "processing_started");
            try (var artifact = LogContext.artifact(456, 321)) {
                log.info(PROVIDER_SUBMIT, "submitted", PROVIDER_JOB_ID.of("pv_job_abc"));
            }
            log.error(PROVIDER_ERROR, "provider_submission_failed", ATTEMPT.of(0), new IOException("timeout"));
        }
        DeliveryResult result = Logging.flush(SOON);

        assertThat(result.undelivered()).isZero();
        List<Map<String, Object>> events = endpoint.events();
        assertThat(events)
                .hasSize(4)
                .allSatisfy(event -> assertThat(event)
                        .containsEntry("service", "worker")
                        .containsEntry("job_id", 123L)
                        .containsEntry("operation_type", "text_to_video")
                        .containsEntry("provider_id", "pixverse"));
        assertThat(events.get(0)).containsEntry("stage", "pipeline:start").doesNotContainKey("artifact_id");
        assertThat(events.get(1))
                .containsEntry("artifact_id", 456L)
                .containsEntry("submission_id", 321L)
                .containsEntry("provider_job_id", "pv_job_abc");
        assertThat(events.get(2))
                .containsEntry("level", "error")
                .containsEntry("error", "timeout")
                .containsEntry("error_type", "IOException")
                .doesNotContainKey("artifact_id");
        assertThat(events.get(3))
                .containsEntry("stage", "job:end")
                .containsEntry("outcome", "failed")
                .containsEntry("artifacts", List.of(456L));
    }

    @Test
    void aBatchOfOursKeepsEveryRuleOfTheWireContract() {
        Logger log = configure();

        try (var job = LogContext.job("job-abc123", "o".repeat(60), "p".repeat(60))) {
            log.atError()
                    .addMarker(Severity.CRITICAL.at(PROVIDER_ERROR))
                    .addKeyValue("id", 1)
                    .addKeyValue("created_at", "now")
                    .addKeyValue("extra", Map.of("account_id", 789))
                    .addKeyValue("attempt", "second")
                    .addKeyValue("user_id", 1L << 40)
                    .addKeyValue("duration_ms", 12.7)
                    .addKeyValue("nul\0key", "nul\0value \uD83D lone")
                    .addKeyValue("ratio", Double.NaN)
                    .addKeyValue("error", List.of("a", "b"))
                    .addKeyValue("request_id", 5)
                    .setCause(new IllegalStateException("outer", new IOException("disk\0full")))
                    .log("worst \uDE00 of {}", "all\0");
            log.info("", DURATION_MS.of(Duration.ofHours(2000)));
        }
        Logging.flush(SOON);

        ReceivedBatch batch = endpoint.batches().get(0);
        assertThat(batch.header("Content-Type")).startsWith("application/json");
        assertThat(batch.text()).startsWith("{\"logs\":[");
        assertThat(endpoint.events())
                .hasSize(3)
                .allSatisfy(event -> assertThat(WireRules.violations(event)).isEmpty());
        assertThat(endpoint.events().get(0))
                .containsEntry("level", "critical")
                .containsEntry("job_id_raw", "job-abc123")
                .containsEntry("attempt_raw", "second")
                .containsEntry("user_id_raw", String.valueOf(1L << 40))
                .containsEntry("duration_ms", 13L)
                .containsEntry("account_id", 789L)
                .containsEntry("ratio", "NaN");
    }

    @Test
    void theAccountAddsUp() {
        Logger log = Logging.configure(options().samplingProviderStatus(5).build());

        for (int i = 0; i < 100; i++) {
            log.info(PROVIDER_STATUS, "polled");
            log.info(PIPELINE_START, "other");
        }
        Logging.flush(SOON);

        LoggingStats stats = Logging.stats();
        DeliveryStats delivery = stats.delivery();
        assertThat(stats.emitted()).isEqualTo(200);
        assertThat(stats.suppressed(SuppressReason.SAMPLED)).isEqualTo(80);
        assertThat(stats.emitted())
                .isEqualTo(delivery.delivered() + stats.suppressed(SuppressReason.SAMPLED) + delivery.droppedTotal());
        assertThat(endpoint.events()).hasSize(120);
    }

    @Test
    void reconfiguringUnderLoadDeliversEachEventOnce() throws Exception {
        int threads = 4;
        int perThread = 2_000;
        Logger log = configure();
        CountDownLatch done = new CountDownLatch(threads);
        IntStream.range(0, threads)
                .forEach(t -> new Thread(() -> {
                            for (int i = 0; i < perThread; i++) {
                                log.info("numbered", ExitingChild.NUMBER.of((long) t * perThread + i));
                            }
                            done.countDown();
                        })
                        .start());

        for (int batchSize = 20; done.getCount() > 0 || batchSize < 60; batchSize++) {
            Logging.configure(options().batchSize(batchSize).build());
        }
        done.await();
        DeliveryResult result = Logging.shutdown(SOON);

        assertThat(result.undelivered()).isZero();
        assertThat(endpoint.events().stream()
                        .map(event -> (Long) event.get(ExitingChild.NUMBER.name()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, (long) threads * perThread).boxed().toList());
        DeliveryStats delivery = Logging.stats().delivery();
        assertThat(delivery.accepted()).isEqualTo((long) threads * perThread);
        assertThat(delivery.delivered()).isEqualTo((long) threads * perThread);
    }

    @Test
    void anEndpointThatIsDownAndUpAgainGetsEveryEventOnce() {
        Logger log = configure();
        log.info("before");
        Logging.flush(SOON);

        endpoint.down();
        IntStream.range(0, 100).forEach(number -> log.info("event {}", number));
        Patience.await().until(() -> Logging.stats().delivery().retries() >= 2);
        endpoint.up();
        Logging.flush(SOON);

        assertThat(endpoint.accounting()).isEqualTo(new Accounting(101, List.of(), List.of()));
    }

    @Test
    void soManyRequestsAreUnderWayAtOnceAsTheProgramAllows() {
        endpoint.respond(Answer.hang());
        Logger log = Logging.configure(
                options().endpoint(EndpointOptions.DEFAULT.withInFlight(3)).build());

        IntStream.range(0, 2_000).forEach(number -> log.info("event {}", number));
        endpoint.awaitBatches(3);
        endpoint.respond(Answer.ok());
        endpoint.release();
        Logging.flush(SOON);

        assertThat(endpoint.accounting()).isEqualTo(new Accounting(2_000, List.of(), List.of()));
    }

    @Test
    void aHangingEndpointNeverHoldsUpTheCaller() {
        endpoint.respond(Answer.hang());
        Logger log = configure();

        for (int i = 0; i < 10_000; i++) {
            log.info("numbered", ExitingChild.NUMBER.of(i));
        }
        DeliveryResult result = Logging.flush(Duration.ofMillis(100));

        assertThat(result.pending()).isEqualTo(10_000);
        assertThat(Logging.stats().delivery().accepted()).isEqualTo(10_000);
    }

    @Test
    void aBackendThatRefusesGzipLosesNothingByIt() {
        Logger log = Logging.configure(options()
                .endpoint(EndpointOptions.DEFAULT.with(Compression.GZIP))
                .build());

        for (int i = 0; i < 100; i++) {
            log.info("numbered", ExitingChild.NUMBER.of(i));
        }
        Logging.flush(SOON);

        assertThat(endpoint.events()).hasSize(100);
        assertThat(endpoint.batches())
                .filteredOn(batch -> "gzip".equals(batch.header("Content-Encoding")))
                .hasSize(1);
    }

    @Test
    void aBackendThatTakesGzipIsSentIt() {
        endpoint.acceptGzip();
        Logger log = configure();

        for (int i = 0; i < 100; i++) {
            log.info("numbered", ExitingChild.NUMBER.of(i));
        }
        Logging.flush(SOON);

        assertThat(endpoint.events()).hasSize(100);
        assertThat(endpoint.batches()).anyMatch(batch -> "gzip".equals(batch.header("Content-Encoding")));
    }

    @Test
    void shutdownLeavesNoThreadBehind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Logger log = configure();
        log.info("hello");

        Logging.shutdown(SOON);

        Patience.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> !before.contains(thread) && thread.isAlive())
                        .noneMatch(thread -> thread.getName().startsWith("pixsim-logging")));
    }

    private LoggingOptions.Builder options() {
        return LoggingOptions.forService("worker").ingestionUrl(endpoint.url()).batchSize(20);
    }

    private Logger configure() {
        return Logging.configure(options().build());
    }
}
