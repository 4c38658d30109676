package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk with no room left: what is not stored is told so, what was stored stays, and it goes on when there is room. */
class DiskFullTest {

    private static final String PADDING = "x".repeat(20_000);
    private static final int MORE_THAN_FITS = 1_000;

    @TempDir
    Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "no small disk to fill: this machine does not let a test mount one");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", disk.toString());
        }
    }

    @Test
    void whatDoesNotFitIsToldSoAndNothingThatWasAnsweredForIsLost() throws Exception {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[1 << 20]);
        List<String> stored = new ArrayList<>();
        try (Running running = Running.in(disk.resolve("data"))) {
            Client.Answer refused = fill(running.client, stored);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.object()).containsEntry("code", "service_unavailable");
            assertThat(running.client.get("/ready").status()).isEqualTo(503);
            assertThat(messages(running.client)).containsExactlyInAnyOrderElementsOf(stored);

            Files.delete(ballast);
            await().atMost(Duration.ofSeconds(30)).until(() -> isStored(running.client, "after"));
            stored.add("after");
            assertThat(running.client.get("/ready").status()).isEqualTo(200);
        }
        try (Running after = Running.in(disk.resolve("data"))) {
            assertThat(messages(after.client)).containsExactlyInAnyOrderElementsOf(stored);
        }
    }

    /** Stores until the first refusal, which it gives. */
    private static Client.Answer fill(Client client, List<String> stored) {
        for (int i = 0; i < MORE_THAN_FITS; i++) {
            Client.Answer answer = post(client, "m" + i);
            if (answer.status() != 200) {
                return answer;
            }
            stored.add("m" + i);
        }
        throw new AssertionError("the disk was never full");
    }

    private static boolean isStored(Client client, String message) {
        return post(client, message).status() == 200;
    }

    private static Client.Answer post(Client client, String message) {
        return client.batch("{\"level\":\"info\",\"service\":\"s\",\"msg\":\"" + message + "\",\"padding\":\"" + PADDING
                + "\",\"event_uid\":\"" + message + "\"}");
    }

    private static List<String> messages(Client client) {
        List<String> messages = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> page = (cursor == null
                            ? client.get(API + "/query", "limit", "1000")
                            : client.get(API + "/query", "limit", "1000", "cursor", cursor))
                    .object();
            for (Object entry : (List<?>) page.get("logs")) {
                messages.add(String.valueOf(((Map<?, ?>) entry).get("msg")));
            }
            cursor = (String) page.get("next_cursor");
        } while (cursor != null);
        return messages;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }
}
