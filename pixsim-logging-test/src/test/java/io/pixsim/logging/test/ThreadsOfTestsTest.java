package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.pixsim.logging.StageTimer;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose a thread is, where tests run one after the other. */
class ThreadsOfTestsTest {

    private static final Logger LOG = LoggerFactory.getLogger("threads");

    @Test
    void aThreadThatOutlivesItsTestIsNotHeardByTheNext() {
        assertThat(Engine.failures(Engine.run(Late.class))).isEmpty();
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @CaptureLogs
    static class Late {

        private static final CountDownLatch FIRST_IS_OVER = new CountDownLatch(1);
        private static Thread late;
        private static Thread lateWithContext;
        private static CapturedLogs ofFirst;

        @Test
        @Order(1)
        void leavesThreadsBehind(CapturedLogs logs) {
            late = new Thread(() -> logAfterFirst("late"));
            lateWithContext = new Thread(LogContext.wrap(() -> logAfterFirst("late with context")));
            late.start();
            lateWithContext.start();
            ofFirst = logs;
            LOG.info("first");
        }

        @Test
        @Order(2)
        void hearsOnlyItself(CapturedLogs logs) throws InterruptedException {
            FIRST_IS_OVER.countDown();
            late.join();
            lateWithContext.join();
            LOG.info("second");

            assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("second");
            assertThat(ofFirst.events()).extracting(CapturedEvent::message).containsExactly("first");
        }

        private static void logAfterFirst(String message) {
            try {
                FIRST_IS_OVER.await();
            } catch (InterruptedException e) {
                return;
            }
            LOG.info(message);
        }
    }

    @Test
    void whatIsMissedIsTold() {
        assertThat(Engine.failures(Engine.run(SharedPool.class))).isEmpty();
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedPool {

        private static ExecutorService pool;

        @BeforeAll
        static void open() {
            pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "render-1"));
        }

        @AfterAll
        static void close() {
            pool.shutdownNow();
        }

        @Test
        @Order(1)
        @CaptureLogs
        void beginsTheThreadOfThePool(CapturedLogs logs) throws Exception {
            pool.submit(() -> LOG.info("first")).get();

            assertThat(logs.events()).hasSize(1);
        }

        @Test
        @Order(2)
        @CaptureLogs
        void isToldWhatItDoesNotHear(CapturedLogs logs) throws Exception {
            pool.submit(() -> LOG.error("second")).get(); // what the root logger hides is not missed

            assertThat(logs.events()).isEmpty();
            assertThatThrownBy(() -> logs.awaitEvents(1, Duration.ZERO))
                    .hasMessageContaining("Not captured: 1 event on threads that work for no test that runs, such as"
                            + " [render-1]. Hand tasks over with LogContext.wrap, or hear every thread with"
                            + " @CaptureLogs(alone = true).");
        }

        @Test
        @Order(3)
        @CaptureLogs
        void hearsWhatItHandsOn(CapturedLogs logs) throws Exception {
            pool.submit(LogContext.wrap(() -> LOG.info("third"))).get();

            assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("third");
        }

        @Test
        @Order(4)
        @CaptureLogs(alone = true)
        void hearsEveryThreadWhenAlone(CapturedLogs logs) throws Exception {
            pool.submit(() -> LOG.info("fourth")).get();

            assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("fourth");
        }
    }

    @Test
    @CaptureLogs
    void aContextThatWasTakenOutsideOfTestsLeavesTheThreadToItsTest(CapturedLogs logs) {
        TAKEN_BEFORE.wrap(() -> LOG.info("under the context of a static field")).run();

        assertThat(logs.events()).hasSize(1);
    }

    private static final ContextSnapshot TAKEN_BEFORE = ContextSnapshot.capture();

    @Test
    @CaptureLogs
    void whatRunsWithinACaptureIsHeardByBoth(CapturedLogs logs) {
        LOG.info("before");
        try (LogCapture part = LogCapture.start()) {
            LOG.info("within");

            assertThat(part.logs().events()).extracting(CapturedEvent::message).containsExactly("within");
        }
        LOG.info("after");

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("before", "within", "after");
    }

    @Test
    @CaptureLogs
    void whatBeganWithinACaptureIsHeardByTheOuterOneAfterIt(CapturedLogs logs) {
        Runnable task;
        try (LogCapture part = LogCapture.start()) {
            task = LogContext.wrap(() -> LOG.info("later"));
        }

        task.run();

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("later");
    }

    @Test
    @CaptureLogs
    void aCaptureWithinOneWhoseTimeStandsStillHasThatTime(CapturedLogs logs, ManualClock clock) {
        try (LogCapture part = LogCapture.start()) {
            StageTimer.run(LOG, Stage.PROVIDER_SUBMIT, s -> clock.advance(Duration.ofSeconds(90)));
        }

        assertThat(logs.events())
                .singleElement()
                .satisfies(event -> assertThat(event.line()).contains("\"duration_ms\":90000"));
    }

    @Test
    void captureNeedsNoJUnit() {
        CapturedLogs kept;
        try (LogCapture capture = LogCapture.start()) {
            LOG.trace("everything");
            kept = capture.logs();
            capture.close();
        }
        LOG.error("afterwards");

        assertThat(kept.events()).extracting(CapturedEvent::message).containsExactly("everything");
    }

    @Test
    @CaptureLogs
    void theCaptureItselfIsAParameterToo(LogCapture capture) {
        LOG.info("first");
        capture.close();
        LOG.info("second");

        assertThat(capture.logs().events()).extracting(CapturedEvent::message).containsExactly("first");
    }
}
