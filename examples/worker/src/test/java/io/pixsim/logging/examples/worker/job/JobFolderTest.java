package io.pixsim.logging.examples.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFolderTest {

    @TempDir
    Path folder;

    @Test
    void aRequestFileBecomesARequest() throws IOException {
        write("one.json", """
                {"job_id": 123, "operation_type": "text_to_video", "provider_id": "pixverse", "user_id": 7,
                 "request_id": "req-1", "params": {"prompt": "a tide", "frames": 24, "width": 160, "height": 90,
                 "provider_params": {"seed": 5}}}
                """);

        JobRequest request = new JobFolder(folder).requests().get(0);

        assertThat(request)
                .isEqualTo(new JobRequest(
                        "123",
                        "text_to_video",
                        "pixverse",
                        7,
                        "req-1",
                        new JobParams("a tide", null, 24, 160, 90, 0, null, Map.of("seed", 5))));
    }

    @Test
    void theOrderIsThatOfTheFileNames() throws IOException {
        write("b.json", request("2", "\"prompt\": \"x\""));
        write("a.json", request("\"job-abc123\"", "\"prompt\": \"x\""));
        write("readme.txt", "no request");

        List<JobRequest> requests = new JobFolder(folder).requests();

        assertThat(requests).extracting(JobRequest::jobId).containsExactly("job-abc123", "2");
    }

    @Test
    void whatIsNoRequestIsToldByItsFileName() throws IOException {
        write("broken.json", request("1", "\"frames\": 3"));

        assertThatThrownBy(() -> new JobFolder(folder).requests())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no job request: broken.json: ")
                .hasMessageContaining("params.prompt");
    }

    @Test
    void aMisspelledParameterIsNotIgnored() throws IOException {
        write("typo.json", request("1", "\"prompt\": \"x\", \"widht\": 160"));

        assertThatThrownBy(() -> new JobFolder(folder).requests()).hasMessageContaining("widht");
    }

    @Test
    void anImageOutsideOfTheFolderIsRefused() {
        assertThatThrownBy(() -> new JobFolder(folder).image("../secret.png"))
                .hasMessage("image is outside of the job folder: ../secret.png");
    }

    @Test
    void theCommittedJobsCoverBothOperations() throws IOException {
        List<JobRequest> requests = new JobFolder(Path.of("jobs")).requests();

        assertThat(requests).hasSizeGreaterThanOrEqualTo(7);
        assertThat(requests).extracting(JobRequest::operationType).contains("text_to_video", "image_to_video");
        assertThat(requests)
                .extracting(JobRequest::jobId)
                .contains("job-abc123")
                .doesNotHaveDuplicates();
    }

    private static String request(String jobId, String params) {
        return "{\"job_id\": " + jobId + ", \"operation_type\": \"text_to_video\", \"provider_id\": \"pixverse\", "
                + "\"user_id\": 7, \"request_id\": \"req-1\", \"params\": {" + params + "}}";
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
