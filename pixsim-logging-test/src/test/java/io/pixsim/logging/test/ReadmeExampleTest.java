package io.pixsim.logging.test;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;

import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The README shows the part between the two marks; a test of its own holds the two together. */
// readme:begin
@CaptureLogs
class ReadmeExampleTest {

    private final Worker worker = new Worker();

    @Test
    void aJobIsLoggedStageByStage(CapturedLogs logs) {
        worker.process(123, "sk-canary-42");

        assertThat(logs)
                .job(123)
                .followed(PIPELINE_START, PROVIDER_SUBMIT, PROVIDER_COMPLETE)
                .hasEvent(PROVIDER_SUBMIT, "submitted")
                .hasField(ATTEMPT.of(0))
                .once(PROVIDER_SUBMIT)
                .never(PROVIDER_ERROR)
                .hasNoSecret("sk-canary-42");
    }

    /** Knows nothing of the test: it logs as it always does. */
    static class Worker {

        private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

        void process(long jobId, String apiKey) {
            try (var job = LogContext.job(jobId)) {
                LOG.info(PIPELINE_START, "processing_started");
                LOG.atInfo()
                        .addMarker(PROVIDER_SUBMIT)
                        .addKeyValue("api_key", apiKey)
                        .addKeyValue("attempt", 0)
                        .log("submitted");
                LOG.info(PROVIDER_COMPLETE, "done");
            }
        }
    }
}
// readme:end
