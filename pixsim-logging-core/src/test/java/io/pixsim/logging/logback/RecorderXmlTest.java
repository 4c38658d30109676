package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The recorder in a plain {@code logback.xml}. */
class RecorderXmlTest extends XmlFixture {

    private static final String JOBS = """
            <appender name="jobs" class="io.pixsim.logging.jobs.JobFileAppender">
              <folder>%1$s</folder>
              <pattern>{jobId}.jsonl</pattern>
            </appender>
            """;

    @Test
    void whatIsRecordedIsWrittenToTheFileOfTheJob() throws Exception {
        configure("", JOBS, "jobs");

        failTwice();

        context.stop();
        assertThat(messages("7.jsonl")).containsExactly("hidden", "failed", "hidden", "failed");
        assertNoComplaint();
    }

    @Test
    void thatItIsWrittenNowhereIsToldOnce() throws Exception {
        configure("", JOBS + """
                <appender name="async" class="ch.qos.logback.classic.AsyncAppender">
                  <appender-ref ref="jobs" />
                </appender>
                """, "async");

        failTwice();

        assertThat(messages(Status.WARN))
                .containsExactly(
                        "what is recorded is written nowhere: no JobFileAppender or HttpAppender is on the root logger itself");
    }

    @Test
    void wrongSizesAreTold() throws Exception {
        configure("""
                <bytesPerJob>1</bytesPerJob>
                <maxJobs>0</maxJobs>
                <memory>1KB</memory>
                """, JOBS, "jobs");

        assertThat(messages(Status.WARN))
                .containsExactly(
                        "bytesPerJob < 4 KB: 1; taking 4 KB",
                        "maxJobs < 1: 0; taking 10000",
                        "memory < 4 KB: 1024; taking 4 KB");
    }

    private void configure(String recorder, String appenders, String onRoot) throws JoranException {
        configure("""
                <configuration>
                  <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
                    <recorder class="io.pixsim.logging.jobs.FlightRecorder">%s</recorder>
                  </turboFilter>
                  %s
                  <root level="INFO"><appender-ref ref="%s" /></root>
                </configuration>
                """.formatted(recorder, appenders, onRoot));
    }

    private void failTwice() {
        Logger log = context.getLogger("worker");
        try (var job = MDC.putCloseable("job_id", "7")) {
            log.debug("hidden");
            log.error("failed");
            log.debug("hidden");
            log.error("failed");
        }
    }
}
