package io.pixsim.logging.test;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@CaptureLogs
class CaptureLogsTest {

    private static final Logger LOG = LoggerFactory.getLogger("worker.jobs");

    @Test
    void capturesEachEventInItsOrder(CapturedLogs logs) {
        LOG.info("first");
        LOG.warn("second");

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("first", "second");
        assertThat(logs.events()).extracting(CapturedEvent::severity).containsExactly(Severity.INFO, Severity.WARNING);
    }

    @Test
    void anEventCarriesItsStageItsContextAndItsFields(CapturedLogs logs) {
        try (var job = LogContext.job(123)) {
            LOG.error(PROVIDER_ERROR, "provider_submission_failed", ATTEMPT.of(2), new IllegalStateException("no"));
        }

        CapturedEvent event = logs.events().get(0);
        assertThat(event.stage()).isEqualTo(PROVIDER_ERROR);
        assertThat(event.field("job_id")).isEqualTo(123L);
        assertThat(event.field(ATTEMPT)).isEqualTo(2L);
        assertThat(event.field("error_type")).isNotNull();
        assertThat(event.loggerName()).isEqualTo("worker.jobs");
    }

    @Test
    void anEventWithoutAStageHasNone(CapturedLogs logs) {
        LOG.info("plain");

        assertThat(logs.events().get(0).stage()).isNull();
        assertThat(logs.events().get(0).field("absent")).isNull();
    }

    @Test
    void aLineIsTheEncodedEventWithoutItsEnd(CapturedLogs logs) {
        LOG.info("as it is written");

        assertThat(logs.lines())
                .singleElement()
                .asString()
                .startsWith("{\"timestamp\":\"")
                .endsWith("}");
        assertThat(logs.lines().get(0)).isEqualTo(logs.events().get(0).line());
    }

    @Test
    void fieldsStandInTheOrderOfTheLine(CapturedLogs logs) {
        LOG.atInfo().addKeyValue("zebra", 1).addKeyValue("ant", 2).log("order");

        assertThat(logs.events().get(0).fields().keySet())
                .startsWith("timestamp", "level", "msg")
                .containsSubsequence("zebra", "ant");
    }

    @Test
    void whatIsCapturedIsRedacted(CapturedLogs logs) {
        LOG.atInfo().addKeyValue("api_key", "canary-1234").log("with a secret");

        assertThat(logs.lines().get(0)).doesNotContain("canary-1234");
        assertThat(logs.events().get(0).field("api_key")).isEqualTo("***redacted***");
    }

    @Test
    void aValueIsCapturedAsItWasWhenItWasLogged(CapturedLogs logs) {
        StringBuilder mutable = new StringBuilder("before");
        LOG.atInfo().addKeyValue("state", mutable).log("mutable");
        mutable.append(" and after");

        assertThat(logs.events().get(0).field("state")).isEqualTo("before");
    }

    @Test
    void traceIsCapturedUnlessToldOtherwise(CapturedLogs logs) {
        LOG.trace("detail");

        assertThat(logs.events()).hasSize(1);
    }

    @Test
    @CaptureLogs(level = Severity.WARNING)
    void theMethodsLevelCountsBeforeTheClasses(CapturedLogs logs) {
        LOG.info("below");
        LOG.warn("at");

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("at");
    }

    @Test
    void eventsOfOtherThreadsAreAwaited(CapturedLogs logs) {
        CountDownLatch go = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            awaitUninterruptibly(go);
            LOG.info("from elsewhere");
        });
        other.start();

        go.countDown();

        assertThat(logs.withMessage("from elsewhere")
                        .awaitEvents(1, Duration.ofSeconds(10))
                        .events())
                .hasSize(1);
    }

    @Test
    void awaitingInVainShowsWhatIsThere(CapturedLogs logs) {
        LOG.info("alone");

        assertThatThrownBy(() -> logs.awaitEvents(2, Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("expected 2 events within PT0S", "1 captured event", "\"alone\"");
    }

    @Test
    void filtersNarrowOneAfterTheOther(CapturedLogs logs) {
        LOG.info(PIPELINE_START, "other job", JOB_ID.of(1));
        LOG.info(PIPELINE_START, "wanted", JOB_ID.of(2), ATTEMPT.of(0));
        LOG.warn(PIPELINE_START, "too loud", JOB_ID.of(2));
        LOG.info("no stage", JOB_ID.of(2));

        CapturedLogs found = logs.ofJob(2).atStage(PIPELINE_START).atLevel(Severity.INFO);

        assertThat(found.events()).extracting(CapturedEvent::message).containsExactly("wanted");
        assertThat(logs.withField(ATTEMPT.of(0)).events()).hasSize(1);
        assertThat(logs.withField("attempt", 0).events()).hasSize(1);
        assertThat(logs.withMessage("no stage").events()).hasSize(1);
    }

    @Test
    void aJobIsFoundByNumberAndByText(CapturedLogs logs) {
        LOG.info("text", JOB_ID.of("job-abc123"));
        LOG.info("number", JOB_ID.of(7));

        assertThat(logs.ofJob("job-abc123").events()).hasSize(1);
        assertThat(logs.ofJob("7").events()).hasSize(1);
        assertThat(logs.ofJob(7).events()).hasSize(1);
    }

    @Test
    void aViewGrowsAndASnapshotDoesNot(CapturedLogs logs) {
        CapturedLogs view = logs.atLevel(Severity.INFO);
        LOG.info("first");
        List<CapturedEvent> events = view.events();
        CapturedLogs snapshot = view.snapshot();

        LOG.info("second");

        assertThat(view.events()).hasSize(2);
        assertThat(events).hasSize(1);
        assertThat(snapshot.events()).hasSize(1);
    }

    @Test
    void capturedLogsPrintReadably(CapturedLogs logs) {
        LOG.info(PIPELINE_START, "processing_started", JOB_ID.of(123), ATTEMPT.of(0));
        LOG.atError().addKeyValue("note", "x".repeat(300)).log("long");

        assertThat(logs)
                .hasToString(String.format(
                        "2 captured events:%n"
                                + "   1. INFO     pipeline:start \"processing_started\" job_id=123 attempt=0%n"
                                + "   2. ERROR    \"long\" note=%s…",
                        "x".repeat(200)));
        assertThat(logs.ofJob(5).atStage(PIPELINE_START))
                .hasToString("0 captured events of job 5 at stage pipeline:start");
    }

    @Test
    void printingManyEventsEndsAtAHundred(CapturedLogs logs) {
        for (int i = 0; i < 103; i++) {
            LOG.info("again");
        }

        assertThat(logs.toString())
                .contains("103 captured events:", " 100. INFO")
                .endsWith("and 3 more");
    }

    @Nested
    class InANestedClass {

        private CapturedLogs early;

        @BeforeEach
        void logBefore(CapturedLogs logs) {
            early = logs;
            LOG.info("before");
        }

        @Test
        void theEnclosingClassesAnnotationCountsAndBeforeEachBelongsToTheTest(CapturedLogs logs) {
            LOG.info("test");

            assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("before", "test");
            assertThat(early.events()).isEqualTo(logs.events());
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
