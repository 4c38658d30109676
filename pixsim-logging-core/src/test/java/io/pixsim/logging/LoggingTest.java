package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the front door sets up with one call. */
class LoggingTest extends FrontDoorFixture {

    @Test
    void oneCallSetsUpTheConsole() {
        Logger log = Logging.configure("worker");

        log.info(Stage.PIPELINE_START, "processing_started");

        assertThat(log.getName()).isEqualTo("worker");
        assertThat(console())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"service\":\"worker\"", "\"stage\":\"pipeline:start\""));
    }

    @Test
    void theHumanFormatIsAnOption() {
        Logger log = Logging.configure(worker().format(Format.HUMAN).build());

        log.info(Stage.PIPELINE_START, "processing_started");

        assertThat(console())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("\\[\\d\\d:\\d\\d:\\d\\d] INFO  worker     pipeline:start +msg=processing_started"));
    }

    @Test
    void theFrontDoorOwnsTheRootLoggersAppendersAndNoOthers() {
        ListAppender<ILoggingEvent> onRoot = attached(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> onOther = attached("some.library");

        Logging.configure("worker");
        LoggerFactory.getLogger("some.library").info("hello");

        assertThat(onRoot.list).isEmpty();
        assertThat(onRoot.isStarted()).isFalse();
        assertThat(onOther.list).hasSize(1);
        assertThat(console()).hasSize(1);
        context().getLogger("some.library").detachAppender(onOther);
    }

    @Test
    void anAppenderThatAnotherLoggerUsesTooStaysStarted() {
        ListAppender<ILoggingEvent> shared = attached(Logger.ROOT_LOGGER_NAME);
        context().getLogger("audit").addAppender(shared);
        context().getLogger("audit").setAdditive(false);

        Logging.configure("worker");
        LoggerFactory.getLogger("audit").info("paid");

        assertThat(shared.list).hasSize(1);
        context().getLogger("audit").detachAppender(shared);
    }

    @Test
    void statsAddUp() {
        Logger log = Logging.configure(worker().samplingProviderStatus(4).build());

        for (int i = 0; i < 8; i++) {
            log.info(Stage.PROVIDER_STATUS, "polled");
        }
        log.debug("below the level");
        log.error("failed");

        LoggingStats stats = Logging.stats();
        assertThat(stats.written()).isEqualTo(3);
        assertThat(stats.suppressed(SuppressReason.SAMPLED)).isEqualTo(6);
        assertThat(stats.emitted()).isEqualTo(9);
    }

    @Test
    void aValueThatLogsItselfEndsAndIsCounted() {
        Logger log = Logging.configure("worker");
        Object loggingItself = new Object() {
            @Override
            public String toString() {
                log.info("inner {}", this);
                return "outer";
            }
        };

        log.info("value {}", loggingItself);

        assertThat(console())
                .hasSize(8)
                .last()
                .satisfies(line -> assertThat(line).contains("value outer"));
        assertThat(Logging.stats().suppressed(SuppressReason.RECURSION)).isEqualTo(1);
    }

    @Test
    void aSpanOfTimeMayBeAsLongAsItCan() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        Logger log = Logging.configure(worker().gate(GateOptions.builder()
                        .collapseDuplicates(forEver)
                        .slowRequest(forEver)
                        .samplePath("/jobs", 2)
                        .build())
                .build());

        Logging.level(LevelScope.forJob(7), Severity.DEBUG, forEver);
        log.debug("shown", Fields.JOB_ID.of(7));
        log.info("once");
        log.info("once");

        assertThat(console()).hasSize(2);
        assertThat(Logging.flush(forEver).undelivered()).isZero();
    }

    @Test
    void aFileThatCannotBeWrittenCostsTheOtherSinksNothing() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");

        Logger log = Logging.configure(
                worker().file(notAFolder.resolve("events.jsonl")).build());
        log.info("hello");

        assertThat(console()).singleElement().satisfies(line -> assertThat(line).contains("hello"));
    }

    private static ListAppender<ILoggingEvent> attached(String logger) {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.setContext(context());
        appender.start();
        context().getLogger(logger).addAppender(appender);
        return appender;
    }
}
