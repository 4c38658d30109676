package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tests that capture run at the same time, and each hears itself and nobody else. */
class IsolationTest {

    private static final Logger LOG = LoggerFactory.getLogger("isolation");
    private static final LoggerContext LOGBACK = (LoggerContext) LoggerFactory.getILoggerFactory();

    private static volatile CyclicBarrier everybody = new CyclicBarrier(1);
    private static volatile ExecutorService shared;
    private static final AtomicInteger CAPTURING = new AtomicInteger();

    @BeforeEach
    void beginThreadsThatWorkForNoTest() throws Exception {
        shared = Executors.newSingleThreadExecutor();
        shared.submit(() -> LOG.trace("begins the thread")).get();
    }

    @AfterEach
    void endThem() {
        shared.shutdownNow();
    }

    @Test
    void eachHearsItsOwnThreadsAndWhatItHandsOn() {
        everybody = new CyclicBarrier(6);

        var results = Engine.runInParallel(SameTime.class, OtherClass.class);

        assertThat(Engine.failures(results)).isEmpty();
        assertThat(Engine.succeeded(results)).isEqualTo(6);
        assertThat(Listening.on(LOGBACK)).isNull();
    }

    @CaptureLogs
    static class SameTime {

        @Test
        void one(CapturedLogs logs) throws Exception {
            hearsItself("one", logs);
        }

        @Test
        void two(CapturedLogs logs) throws Exception {
            hearsItself("two", logs);
        }

        @Nested
        class Inner {

            @BeforeEach
            void before() {
                LOG.info("before each");
            }

            @Test
            void three(CapturedLogs logs) throws Exception {
                assertThat(messages(logs)).containsExactly("before each");
                hearsItself("three", logs.withField("test", "three"));
            }
        }
    }

    static class OtherClass {

        @Test
        @CaptureLogs
        void four(CapturedLogs logs) throws Exception {
            hearsItself("four", logs);
        }

        @Test
        @CaptureLogs
        void five(CapturedLogs logs) throws Exception {
            hearsItself("five", logs);
        }

        @Test
        void capturesNothing() throws Exception {
            everybody.await(60, TimeUnit.SECONDS);
            LOG.error("of a test that does not capture");
            everybody.await(60, TimeUnit.SECONDS);
        }
    }

    private static void hearsItself(String test, CapturedLogs logs) throws Exception {
        everybody.await(60, TimeUnit.SECONDS);
        log(test, "own");
        Thread child = new Thread(() -> log(test, "child"));
        child.start();
        child.join();
        shared.submit(LogContext.wrap(() -> log(test, "handed on"))).get();
        shared.submit(() -> log(test, "not handed on")).get();
        everybody.await(60, TimeUnit.SECONDS);

        assertThat(messages(logs)).containsExactly("own", "child", "handed on");
        assertThat(logs.events()).extracting(event -> event.field("test")).containsOnly(test);
        assertThat(logs.lines()).allMatch(line -> !line.contains("Scope") && !line.contains("capture"));
    }

    private static void log(String test, String message) {
        LOG.atInfo().addKeyValue("test", test).log(message);
    }

    @Test
    void eachHasItsLevel() {
        everybody = new CyclicBarrier(3);
        Level before = LOGBACK.getLogger(Logger.ROOT_LOGGER_NAME).getLevel();

        var results = Engine.runInParallel(Levels.class);

        assertThat(Engine.failures(results)).isEmpty();
        assertThat(Engine.succeeded(results)).isEqualTo(3);
        assertThat(LOGBACK.getLogger(Logger.ROOT_LOGGER_NAME).getLevel()).isEqualTo(before);
    }

    static class Levels {

        @Test
        @CaptureLogs
        void everything(CapturedLogs logs) throws Exception {
            assertThat(shown()).containsExactly("debug", "info", "warn");
            assertThat(messages(logs)).containsExactly("debug", "info", "warn");
        }

        @Test
        @CaptureLogs(level = Severity.WARNING)
        void warnings(CapturedLogs logs) throws Exception {
            assertThat(shown()).containsExactly("warn");
            assertThat(messages(logs)).containsExactly("warn");
        }

        @Test
        void withoutCaptureTheLevelThatWasConfigured() throws Exception {
            assertThat(shown()).containsExactly("warn");
        }

        private static List<String> shown() throws Exception {
            everybody.await(60, TimeUnit.SECONDS);
            LOG.debug("debug");
            LOG.info("info");
            LOG.warn("warn");
            List<String> shown = new java.util.ArrayList<>();
            LOG.atDebug().log(() -> told(shown, "debug"));
            LOG.atInfo().log(() -> told(shown, "info"));
            LOG.atWarn().log(() -> told(shown, "warn"));
            everybody.await(60, TimeUnit.SECONDS);
            return shown;
        }

        private static String told(List<String> shown, String level) {
            shown.add(level);
            return level;
        }
    }

    @Test
    void aLoggerWithALevelOfItsOwnKeepsItForAll() {
        everybody = new CyclicBarrier(2);
        ch.qos.logback.classic.Logger own = LOGBACK.getLogger("isolation.own");
        own.setLevel(Level.DEBUG);
        try {
            assertThat(Engine.failures(Engine.runInParallel(OwnLevel.class))).isEmpty();
        } finally {
            own.setLevel(null);
        }
    }

    static class OwnLevel {

        private final Logger log = LoggerFactory.getLogger("isolation.own.child");

        @Test
        @CaptureLogs
        void everything(CapturedLogs logs) throws Exception {
            logsDebug(logs);
        }

        @Test
        @CaptureLogs(level = Severity.ERROR)
        void errors(CapturedLogs logs) throws Exception {
            logsDebug(logs);
        }

        private void logsDebug(CapturedLogs logs) throws Exception {
            everybody.await(60, TimeUnit.SECONDS);
            log.debug("shown");
            log.trace("hidden");
            everybody.await(60, TimeUnit.SECONDS);

            assertThat(messages(logs)).containsExactly("shown");
        }
    }

    @Test
    void aTestThatIsAloneRunsWhileNoOtherCaptures() {
        var results = Engine.runInParallel(Alone.class, NotAlone.class);

        assertThat(Engine.failures(results)).isEmpty();
        assertThat(Engine.succeeded(results)).isEqualTo(6);
    }

    static class Alone {

        @Test
        @CaptureLogs(alone = true)
        void hearsEveryThread(CapturedLogs logs) throws Exception {
            assertThat(CAPTURING.get()).isZero();
            shared.submit(() -> LOG.info("not handed on")).get();

            assertThat(messages(logs)).contains("not handed on");
            assertThat(CAPTURING.get()).isZero();
        }

        @Test
        @CaptureLogs(alone = true)
        void hearsThemAgain(CapturedLogs logs) throws Exception {
            hearsEveryThread(logs);
        }
    }

    @CaptureLogs
    static class NotAlone {

        @BeforeEach
        void count() {
            CAPTURING.incrementAndGet();
        }

        @AfterEach
        void countDown() {
            CAPTURING.decrementAndGet();
        }

        @Test
        void one() {}

        @Test
        void two() {}

        @Test
        void three() {}

        @Test
        void four() {}
    }

    private static List<String> messages(CapturedLogs logs) {
        return logs.events().stream()
                .map(CapturedEvent::message)
                .filter(message -> !message.startsWith("begins"))
                .distinct()
                .toList();
    }
}
