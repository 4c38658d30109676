package io.pixsim.logging.examples.worker.pipeline;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_ARTIFACT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_MAP_PARAMS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_STATUS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.catalog.Stage.RETRY_DECISION;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.examples.worker.job.JobFolder;
import io.pixsim.logging.examples.worker.provider.ProviderServer;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.test.VerifyLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@VerifyLogs
class WorkerLogTest {

    @TempDir
    Path jobs;

    @TempDir
    Path artifacts;

    @Test
    void aRetriedJobPassesAllEightStages(CapturedLogs logs) throws Exception {
        write("a.json", job("\"job-abc123\"", "text_to_video", "\"quality\": \"ultra\""));

        work();

        assertThat(logs)
                .job("job-abc123")
                .followed(
                        PIPELINE_START,
                        PIPELINE_ARTIFACT,
                        PROVIDER_MAP_PARAMS,
                        PROVIDER_ERROR,
                        RETRY_DECISION,
                        PROVIDER_ERROR,
                        RETRY_DECISION,
                        PROVIDER_SUBMIT,
                        PROVIDER_STATUS,
                        PROVIDER_COMPLETE,
                        PIPELINE_ARTIFACT);
    }

    @Test
    void aJobThatFailsForGoodTellsTheProvidersReason(CapturedLogs logs) throws Exception {
        write("a.json", job("126", "image_to_video", "\"image\": \"lost.png\""));
        write("lost.png", "<html>404</html>");

        work();

        assertThat(logs)
                .job(126)
                .stage(PROVIDER_ERROR)
                .level(Severity.ERROR)
                .hasField(ATTEMPT.of(0))
                .hasField("error_type", "ProviderError");
        assertThat(logs).job(126).never(PROVIDER_COMPLETE);
    }

    @Test
    void credentialsReachTheProviderButNotTheLog(CapturedLogs logs) throws Exception {
        write(
                "a.json",
                job(
                        "127",
                        "text_to_video",
                        "\"provider_params\": {\"api_key\": \"demo-key-not-a-secret-0001\", \"headers\": "
                                + "{\"Authorization\": \"Bearer demo-token-not-a-secret-0001\"}}"));

        work();

        assertThat(logs).job(127).hasEvent(PROVIDER_COMPLETE);
        assertThat(logs).hasNoSecret("demo-key-not-a-secret-0001", "demo-token-not-a-secret-0001");
    }

    @Test
    void jobsAtTheSameTimeKeepTheirContextsApart(CapturedLogs logs) throws Exception {
        write("a.json", job("1", "text_to_video", "\"quality\": \"draft\""));
        write("b.json", job("2", "text_to_video", "\"quality\": \"draft\""));

        work();

        assertThat(logs).job(1).once(PIPELINE_START).once(PROVIDER_SUBMIT).once(PROVIDER_COMPLETE);
        assertThat(logs).job(2).once(PIPELINE_START).once(PROVIDER_SUBMIT).once(PROVIDER_COMPLETE);
    }

    private void work() throws IOException, InterruptedException {
        try (ProviderServer provider = ProviderServer.start(1)) {
            new Worker(new JobFolder(jobs), provider.url(), artifacts).work(2);
        }
    }

    private static String job(String id, String operation, String param) {
        return "{\"job_id\": " + id + ", \"operation_type\": \"" + operation + "\", \"provider_id\": \"pixverse\", "
                + "\"user_id\": 7, \"request_id\": \"req-1\", \"params\": {\"prompt\": \"a tide\", \"frames\": 3, "
                + "\"width\": 32, \"height\": 18, " + param + "}}";
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(jobs.resolve(name), content);
    }
}
