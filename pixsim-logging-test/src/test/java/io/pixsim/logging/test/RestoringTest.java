package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.MarkerFilter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.pixsim.logging.Logging;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Whatever a test does to logging, and however it ends, the next test finds it as it was. */
class RestoringTest {

    private static final LoggerContext LOGBACK = (LoggerContext) LoggerFactory.getILoggerFactory();
    private static final Logger ROOT = LOGBACK.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger KNOWN = LOGBACK.getLogger("restoring.known");
    private static final ListAppender<ILoggingEvent> ADDED = new ListAppender<>();
    private static final MarkerFilter ADDED_FILTER = new MarkerFilter();

    private final ListAppender<ILoggingEvent> own = new ListAppender<>();
    private final MarkerFilter ownFilter = new MarkerFilter();

    @BeforeEach
    void setUpSomethingToBeRestored() {
        own.start();
        KNOWN.addAppender(own);
        KNOWN.setLevel(Level.ERROR);
        KNOWN.setAdditive(false);
        ownFilter.setContext(LOGBACK);
        ownFilter.start();
        LOGBACK.addTurboFilter(ownFilter);
        MDC.put("outer", "bound before");
    }

    @AfterEach
    void tidyUp() {
        KNOWN.detachAppender(own);
        KNOWN.setLevel(null);
        KNOWN.setAdditive(true);
        LOGBACK.getTurboFilterList().remove(ownFilter);
        MDC.clear();
    }

    @Test
    void aTestThatPassesLeavesLoggingAsItWas() {
        List<String> before = setUp();

        runMeddler("meddlesAndPasses").testEvents().assertStatistics(stats -> stats.succeeded(1));

        assertThat(setUp()).isEqualTo(before);
    }

    @Test
    void aTestThatFailsLeavesLoggingAsItWas() {
        List<String> before = setUp();

        runMeddler("meddlesAndFails").testEvents().assertStatistics(stats -> stats.failed(1));

        assertThat(setUp()).isEqualTo(before);
    }

    @Test
    void aTestThatConfiguresAndFailsLeavesLoggingAsItWas() {
        List<String> before = setUp();

        runMeddler("configuresAndFails").testEvents().assertStatistics(stats -> stats.failed(1));

        assertThat(setUp()).isEqualTo(before);
    }

    @Test
    void aTestThatResetsLogbackLeavesLoggingAsItWas() {
        List<String> before = setUp();

        runMeddler("resetsEverything").testEvents().assertStatistics(stats -> stats.succeeded(1));

        assertThat(setUp()).isEqualTo(before);
    }

    @Test
    void whatATestAddedIsStopped() {
        runMeddler("meddlesAndPasses").testEvents().assertStatistics(stats -> stats.succeeded(1));

        assertThat(ADDED.isStarted()).isFalse();
        assertThat(ADDED_FILTER.isStarted()).isFalse();
    }

    @Test
    void nothingIsCapturedAfterTheTest() {
        run(DiscoverySelectors.selectClass(Keeper.class)).testEvents().assertStatistics(stats -> stats.succeeded(1));

        LOGBACK.getLogger("restoring.late").error("after the test");

        assertThat(Keeper.kept.events()).extracting(CapturedEvent::message).containsExactly("in the test");
    }

    @Test
    void logsAreNotThereBeforeTheTestIs() {
        run(DiscoverySelectors.selectClass(TooEarly.class))
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.finishedWithFailure(TestExecutionResultConditions.message(
                                text -> text.contains("each test captures for itself"))));
    }

    private static EngineExecutionResults runMeddler(String method) {
        return run(DiscoverySelectors.selectMethod(Meddler.class, method));
    }

    private static EngineExecutionResults run(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter").selectors(selector).execute();
    }

    private static List<String> setUp() {
        List<String> setUp = new ArrayList<>();
        for (Logger logger : List.of(ROOT, KNOWN, LOGBACK.getLogger("restoring.unknown"))) {
            setUp.add(logger.getName() + " " + logger.getLevel() + " " + logger.isAdditive());
            for (Appender<ILoggingEvent> appender : LogbackState.appenders(logger)) {
                setUp.add(System.identityHashCode(appender) + " " + appender.isStarted());
            }
        }
        LOGBACK.getTurboFilterList().forEach(filter -> setUp.add(filter + " " + filter.isStarted()));
        setUp.add(String.valueOf(MDC.getCopyOfContextMap()));
        return setUp;
    }

    @CaptureLogs
    static class Meddler {

        @Test
        void meddlesAndPasses() {
            meddle();
        }

        @Test
        void meddlesAndFails() {
            meddle();
            throw new AssertionError("as planned");
        }

        @Test
        void configuresAndFails() {
            Logging.configure("meddler");
            meddle();
            throw new AssertionError("as planned");
        }

        @Test
        void resetsEverything() {
            LOGBACK.reset();
            LOGBACK.getLogger("restoring.unknown").setLevel(Level.TRACE);
        }

        private static void meddle() {
            ADDED.start();
            ADDED_FILTER.setContext(LOGBACK);
            ADDED_FILTER.start();
            ROOT.detachAndStopAllAppenders();
            ROOT.addAppender(ADDED);
            ROOT.setLevel(Level.OFF);
            KNOWN.detachAndStopAllAppenders();
            KNOWN.setLevel(Level.TRACE);
            KNOWN.setAdditive(true);
            LOGBACK.getLogger("restoring.unknown").setLevel(Level.TRACE);
            LOGBACK.getLogger("restoring.unknown").addAppender(ADDED);
            LOGBACK.addTurboFilter(ADDED_FILTER);
            MDC.put("outer", "changed");
            MDC.put("inner", "bound in the test");
        }
    }

    @CaptureLogs
    static class Keeper {

        static CapturedLogs kept;

        @Test
        void keepsItsLogs(CapturedLogs logs) {
            kept = logs;
            LOGBACK.getLogger("restoring.keeper").info("in the test");
        }
    }

    @CaptureLogs
    static class TooEarly {

        @BeforeAll
        static void asks(CapturedLogs logs) {
            logs.awaitEvents(1, Duration.ZERO);
        }

        @Test
        void neverRuns() {}
    }
}
