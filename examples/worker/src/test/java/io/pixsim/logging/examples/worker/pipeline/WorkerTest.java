package io.pixsim.logging.examples.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.pixsim.logging.examples.worker.job.JobFolder;
import io.pixsim.logging.examples.worker.provider.ProviderServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {

    @TempDir
    Path jobs;

    @TempDir
    Path artifacts;

    private ProviderServer provider;

    @BeforeEach
    void start() throws IOException {
        provider = ProviderServer.start(1);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void everyJobOfTheFolderYieldsAnArtifact() throws Exception {
        write("a.json", job("text_to_video", "\"quality\": \"draft\""));
        write("b.json", job("text_to_video", "\"quality\": \"standard\""));

        List<JobOutcome> outcomes = worker().work(2);

        assertThat(outcomes).extracting(JobOutcome::succeeded).containsExactly(true, true);
        assertThat(artifacts.resolve("artifact-456.gif")).isNotEmptyFile();
        assertThat(artifacts.resolve("artifact-457.gif")).isNotEmptyFile();
    }

    @Test
    void aColdRendererIsAskedUntilItIsWarm() throws Exception {
        write("a.json", job("text_to_video", "\"quality\": \"ultra\""));

        JobOutcome outcome = worker().work(1).get(0);

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.attempts()).isEqualTo(3);
    }

    @Test
    void aJobWhoseImageIsBrokenFailsAtTheFirstAttempt() throws Exception {
        write("a.json", job("image_to_video", "\"image\": \"lost.png\""));
        write("lost.png", "<html>404</html>");

        JobOutcome outcome = worker().work(1).get(0);

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.attempts()).isEqualTo(1);
        assertThat(artifacts).isEmptyDirectory();
    }

    @Test
    void aJobThatCannotEvenBeSubmittedDoesNotSpoilTheOthers() throws Exception {
        write("a.json", job("image_to_video", "\"image\": \"missing.png\""));
        write("b.json", job("text_to_video", "\"quality\": \"draft\""));

        List<JobOutcome> outcomes = worker().work(1);

        assertThat(outcomes).extracting(JobOutcome::succeeded).containsExactly(false, true);
    }

    private Worker worker() {
        return new Worker(new JobFolder(jobs), provider.url(), artifacts);
    }

    private static String job(String operation, String param) {
        return "{\"job_id\": 1, \"operation_type\": \"" + operation + "\", \"provider_id\": \"pixverse\", "
                + "\"user_id\": 7, \"request_id\": \"req-1\", \"params\": {\"prompt\": \"a tide\", \"frames\": 3, "
                + "\"width\": 32, \"height\": 18, " + param + "}}";
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(jobs.resolve(name), content);
    }
}
