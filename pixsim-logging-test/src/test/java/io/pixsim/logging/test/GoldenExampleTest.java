package io.pixsim.logging.test;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of a job, with {@code src/test/resources/jobs/123.jsonl}, which was written by this test. */
@CaptureLogs
class GoldenExampleTest {

    private static final Logger LOG = LoggerFactory.getLogger("worker");

    @BeforeEach
    void aJobFails() {
        try (var job = LogContext.job(123, "text_to_video", "pixverse");
                var request = LogContext.request("req-" + System.nanoTime())) {
            LOG.info(PIPELINE_START, "processing_started");
            LOG.error(PROVIDER_ERROR, "provider_submission_failed", ATTEMPT.of(0), new IllegalStateException("busy"));
        }
    }

    @Test
    void theLinesOfAJobAreThoseOfItsFile(CapturedLogs logs) {
        logs.ofJob(123).assertLines("jobs/123.jsonl");
        assertThat(logs).job(123).assertLines("jobs/123.jsonl").hasSize(2);
    }

    @Test
    void oneEventMoreIsADifference(CapturedLogs logs) {
        LOG.info("one more", Fields.JOB_ID.of(123));

        assertThatThrownBy(() -> assertThat(logs).job(123).assertLines("jobs/123.jsonl"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected the lines of jobs/123.jsonl, but more was logged than its 2 lines:")
                .hasMessageContaining("\"msg\":\"one more\"");
    }
}
