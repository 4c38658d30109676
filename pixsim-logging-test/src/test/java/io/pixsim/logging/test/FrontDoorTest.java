package io.pixsim.logging.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.sink.FanOutAppender;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class FrontDoorTest {

    private static final Logger LOG = LoggerFactory.getLogger("front");

    @Test
    @CaptureLogs
    void capturingOutlivesTheCallThatConfiguresLogging(CapturedLogs logs) {
        LOG.info("before");
        Logging.configure("worker");
        LOG.info("after");

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("before", "after");
    }

    @Test
    @CaptureLogs
    void eachEventIsCapturedOnceHoweverOftenLoggingIsConfigured(CapturedLogs logs) {
        Logging.configure("worker");
        LOG.info("one");
        Logging.configure("api");
        LOG.info("two");
        Logging.configure("api");
        LOG.info("three");

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("one", "two", "three");
        assertThat(logs.events()).extracting(event -> event.field("service")).containsExactly("worker", "api", "api");
    }

    @Test
    @CaptureLogs
    void theLevelThatTheTestConfiguresCounts(CapturedLogs logs) {
        Logging.configure(
                LoggingOptions.forService("worker").level(Severity.WARNING).build());

        LOG.info("below");
        LOG.warn("at");

        assertThat(logs.events()).extracting(CapturedEvent::message).containsExactly("at");
    }

    @Test
    void aFrontDoorThatATestOpenedIsShutAfterIt() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(OpensTheFrontDoor.class))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));

        assertThat(logback().getTurboFilterList()).isEmpty();
        assertThat(LogbackState.appenders(root()))
                .noneMatch(FanOutAppender.class::isInstance)
                .allMatch(appender -> appender.isStarted());
        assertThat(OpensTheFrontDoor.fan.sinks()).isEmpty();
    }

    @Test
    void aFrontDoorThatWasOpenStaysOpenAndEventsAreCapturedOnce() {
        LogbackState before = LogbackState.of(logback());
        try {
            Logging.configure("outer");

            EngineTestKit.engine("junit-jupiter")
                    .selectors(DiscoverySelectors.selectClass(OpensTheFrontDoor.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(stats -> stats.succeeded(1));

            assertThat(LogbackState.appenders(root()))
                    .singleElement()
                    .isInstanceOf(FanOutAppender.class)
                    .matches(appender -> appender.isStarted());
            assertThat(OpensTheFrontDoor.fan.sinks()).isNotEmpty();
            LOG.info("after the test");
            assertThat(OpensTheFrontDoor.kept.events()).hasSize(1);
        } finally {
            Logging.shutdown(Duration.ofSeconds(2));
            before.restore();
        }
    }

    static class OpensTheFrontDoor {

        static FanOutAppender fan;
        static CapturedLogs kept;

        @Test
        @CaptureLogs
        void configuresAndLogs(CapturedLogs logs) {
            Logging.configure("inner");
            LOG.info("once");
            kept = logs;
            fan = LogbackState.appenders(root()).stream()
                    .filter(FanOutAppender.class::isInstance)
                    .map(FanOutAppender.class::cast)
                    .findFirst()
                    .orElseThrow();

            assertThat(logs.events()).hasSize(1);
        }
    }

    private static LoggerContext logback() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static ch.qos.logback.classic.Logger root() {
        return logback().getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
