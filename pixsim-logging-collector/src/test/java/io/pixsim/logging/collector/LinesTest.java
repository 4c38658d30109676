package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events on lines, such as a file of the library's own. */
class LinesTest {

    private static final String PATH = API + "/ingest/ndjson";

    @TempDir
    Path folder;

    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder, builder -> builder.maxBatchEvents(5));
        client = running.client;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void eachLineIsAnEventAndABadOneCostsNoOther() {
        Client.Answer answer = post("""
                {"level":"info","service":"a","msg":"one"}

                {"level":"info","service":"a","msg":"cut o
                {"level":"info"} {"level":"info"}
                {"level":"info","service":"a","msg":"two"}""");

        assertThat(answer.object())
                .containsEntry("success", true)
                .containsEntry("count", 2L)
                .containsEntry(
                        "rejected",
                        List.of(
                                Map.of("index", 1L, "reason", "not JSON in UTF-8"),
                                Map.of("index", 2L, "reason", "more than one JSON value")));
        assertThat(client.get(API + "/query").logs()).hasSize(2);
    }

    @Test
    void thereMayBeNoMoreThanInABatch() {
        assertThat(post("{\"level\":\"info\"}\n".repeat(6)).status()).isEqualTo(413);
        assertThat(post("{\"level\":\"info\"}\r\n".repeat(5)).object()).containsEntry("count", 5L);
    }

    @Test
    void whatHoldsNoEventAtAllIsRefused() {
        assertThat(post("nonsense\n5\n").status()).isEqualTo(422);
        assertThat(post("").object()).containsEntry("count", 0L);
    }

    private Client.Answer post(String body) {
        return client.post(PATH, body, "Content-Type", "application/x-ndjson");
    }
}
