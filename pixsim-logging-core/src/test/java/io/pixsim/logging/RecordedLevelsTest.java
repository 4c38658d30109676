package io.pixsim.logging;

import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.RecorderStats;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Which events a recorder takes. */
class RecordedLevelsTest extends RecorderFixture {

    @Test
    void whoAsksFirstIsToldThatDebugIsWantedWhereAJobIsBound() {
        Logger log = recording(GateOptions.builder());

        assertThat(log.isDebugEnabled()).isFalse();
        try (var job = LogContext.job(123)) {
            assertThat(log.isDebugEnabled()).isTrue();
            assertThat(log.isTraceEnabled()).isFalse();
        }
    }

    @Test
    void aLevelThatWasSetForALoggerADomainOrAJobHides() throws IOException {
        Logger log = recording(GateOptions.builder().domainLevel("sql", Severity.WARNING));
        Logging.level("chatty", Severity.WARNING);
        Logging.off(LevelScope.forJob("off"));

        try (var job = LogContext.job("j1")) {
            LoggerFactory.getLogger("chatty.wire").debug("of a logger");
            log.debug("of a domain", Fields.DOMAIN.of("sql"));
            log.debug("of the root");
            log.error("broken");
        }
        try (var job = LogContext.job("off")) {
            log.debug("of a job");
            log.error("broken");
        }

        assertThat(values(ofJob("j1"), "msg")).containsExactly("of the root", "broken");
        assertThat(Logging.stats().recordings().recorded()).isEqualTo(1);
    }

    @Test
    void aJobWhoseLevelShowsDebugHasItWrittenAsItComes() throws IOException {
        Logger log = recording(GateOptions.builder());
        Logging.level(LevelScope.forJob(123), Severity.DEBUG);

        try (var job = LogContext.job(123)) {
            log.debug("shown");
        }

        assertThat(ofJob("123"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event).containsEntry("msg", "shown").doesNotContainKey("replayed"));
    }

    @Test
    void aJobThatIsLeftOutAsAWholeIsThereWhenItFails() throws IOException {
        Logger log = recording(GateOptions.builder().sampleJobs(1_000_000));

        try (var job = LogContext.job("left-out")) {
            log.debug("detail");
            log.info(PROVIDER_SUBMIT, "submitted");
            log.error(PROVIDER_ERROR, "broken");
        }

        assertThat(values(ofJob("left-out"), "msg")).containsExactly("detail", "submitted", "broken", "job ended");
        assertThat(ofJob("left-out").get(3)).doesNotContainKey("suppressed");
        assertThat(Logging.stats().suppressed(SuppressReason.JOB_SAMPLED)).isZero();
        assertThat(Logging.stats().losses()).isEmpty();
    }

    @Test
    void switchedOffItRecordsNothing() throws IOException {
        Logger log = recording(GateOptions.builder().recordJobs(0));

        try (var job = LogContext.job(123)) {
            assertThat(log.isDebugEnabled()).isFalse();
            log.debug("hidden");
            log.error("broken");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("broken");
        assertThat(Logging.stats().recordings()).isEqualTo(RecorderStats.NONE);
    }

    @Test
    void inXmlItIsAPartOfTheGate() throws Exception {
        LoggerContext own = new LoggerContext();
        own.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator joran = new JoranConfigurator();
        joran.setContext(own);
        joran.doConfigure(new ByteArrayInputStream("""
                <configuration>
                  <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
                    <recorder class="io.pixsim.logging.jobs.FlightRecorder">
                      <bytesPerJob>64KB</bytesPerJob>
                      <maxJobs>100</maxJobs>
                      <memory>1MB</memory>
                      <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
                        <service>worker</service>
                      </encoder>
                    </recorder>
                  </turboFilter>
                  <appender name="jobs" class="io.pixsim.logging.jobs.JobFileAppender">
                    <folder>%s</folder>
                  </appender>
                  <root level="INFO"><appender-ref ref="jobs"/></root>
                </configuration>
                """.formatted(folder).getBytes(StandardCharsets.UTF_8)));

        try (var job = LogContext.job(7)) {
            own.getLogger("worker").debug("hidden");
            own.getLogger("worker").error("broken");
        }
        own.stop();

        List<Map<String, Object>> events = ofJob("7");
        assertThat(values(events, "msg")).containsExactly("hidden", "broken");
        assertThat(events.get(0)).containsEntry("replayed", true).containsEntry("service", "worker");
    }

    @Test
    void aJobUnderItsOtherNameIsRecordedToo() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var bound = MDC.putCloseable("jobId", "bound")) {
            log.debug("hidden");
            log.error(PROVIDER_ERROR, "broken");
        }
        log.debug("hidden", Field.text("jobId", "").of("own"));
        log.atError().addKeyValue("jobId", "own").log("broken");

        assertThat(values(ofJob("bound"), "msg")).startsWith("hidden", "broken");
        assertThat(values(ofJob("own"), "msg")).startsWith("hidden", "broken");
    }
}
