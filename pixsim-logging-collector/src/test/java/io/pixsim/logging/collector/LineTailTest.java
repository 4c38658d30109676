package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last bytes of the log of a job or a service, at the addresses of the job-centric viewers. */
class LineTailTest {

    private static final String JOB = "/api/projects/p1/jobs/job%2F7/log";

    @TempDir
    Path folder;

    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
        client = running.client;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aJobsLinesHaveTheFieldsOfItsFile() {
        client.batch("""
                {"timestamp":"2026-01-02T03:04:05Z","level":"warning","service":"worker","job_id":"job/7","msg":"slow",
                 "project_id":"p1","stage":"provider:status","polls":3},
                {"timestamp":"2026-01-02T03:04:06Z","level":"critical","service":"backend","job_id":"job/7"},
                {"timestamp":"2026-01-02T03:04:06Z","level":"info","service":"worker","job_id":"job/7","projectId":"p2"},
                {"timestamp":"2026-01-02T03:04:06Z","level":"info","service":"worker","job_id":"job/8","project_id":"p1"}""");

        Client.Answer answer = client.get(JOB, "tailBytes", "80000");

        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.text().lines())
                .containsExactly(
                        "{\"ts\":\"2026-01-02T03:04:05Z\",\"level\":\"warn\",\"component\":\"worker\","
                                + "\"projectId\":\"p1\",\"jobId\":\"job/7\",\"msg\":\"slow\",\"data\":{\"env\":\"dev\","
                                + "\"stage\":\"provider:status\",\"project_id\":\"p1\",\"polls\":3}}",
                        "{\"ts\":\"2026-01-02T03:04:06Z\",\"level\":\"error\",\"component\":\"backend\","
                                + "\"projectId\":null,\"jobId\":\"job/7\",\"msg\":\"\",\"data\":{\"env\":\"dev\"}}");
    }

    @Test
    void asManyWholeLinesAreGivenAsThereIsRoomFor() {
        for (int i = 0; i < 600; i++) {
            client.batch("{\"timestamp\":\"2026-01-02T03:04:05." + (100_000 + i)
                    + "Z\",\"level\":\"info\",\"service\":\"worker\",\"msg\":\"m" + (100 + i) + "\"}");
        }
        int line = client.get("/api/system/logs/worker", "tailBytes", "200").bytes().length;

        List<String> all = lines(10 << 20);
        List<String> some = lines(line * 300 + 1);

        assertThat(all).hasSize(600);
        assertThat(some).isEqualTo(all.subList(300, 600));
        assertThat(lines(line - 1)).isEmpty();
    }

    @Test
    void aServiceThatNeverLoggedHasAnEmptyLogAndAWrongSizeIsRefused() {
        assertThat(client.get("/api/system/logs/backend").text()).isEmpty();
        assertThat(client.get("/api/system/logs/backend", "tailBytes", "0").status())
                .isEqualTo(422);
        assertThat(client.get("/api/system/logs/backend", "level", "error").status())
                .isEqualTo(200);
    }

    @Test
    void theTokenToReadIsNeeded() throws IOException {
        try (Running guarded = Running.in(folder.resolve("guarded"), builder -> builder.readToken("r"))) {
            assertThat(guarded.client.get(JOB).status()).isEqualTo(401);
            assertThat(guarded.client.get("/api/system/logs/worker").status()).isEqualTo(401);
        }
    }

    private List<String> lines(int bytes) {
        return new String(
                        client.get("/api/system/logs/worker", "tailBytes", String.valueOf(bytes))
                                .bytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
