package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are packed, too large, broken, or something else. */
class IngestBodiesTest {

    private static final String BATCH = API + "/ingest/batch";

    @TempDir
    Path folder;

    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder, builder -> builder.maxBodyBytes(4 << 20).maxBatchEvents(50));
        client = running.client;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void whatIsPackedIsUnpacked() throws IOException {
        byte[] packed = gzip("{\"logs\":[{\"level\":\"info\",\"service\":\"packed\"}]}");

        Client.Answer answer = client.post(BATCH, packed, "Content-Encoding", "gzip");

        assertThat(answer.object()).containsEntry("count", 1L);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(client.post(BATCH, packed, "Content-Encoding", "zstd").status())
                .isEqualTo(415);
        assertThat(client.post(BATCH, "{}", "Content-Encoding", "gzip").status())
                .isEqualTo(400);
    }

    @Test
    void aFewBytesThatStandForMoreThanTheLimitAreRefused() throws IOException {
        byte[] packed = gzip("{\"logs\":[" + " ".repeat(5 << 20) + "]}");

        Client.Answer answer = client.post(BATCH, packed, "Content-Encoding", "gzip");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.object()).containsEntry("code", "too_large");
    }

    @Test
    void aBodyAndABatchHaveALimitThatIsTold() {
        String event = "{\"level\":\"info\",\"service\":\"a\"},";

        assertThat(client.batch(event.repeat(50) + "{}").object())
                .containsEntry("message", "a batch of more than 50 events");
        assertThat(client.post(BATCH, " ".repeat((4 << 20) + 1)).object())
                .containsEntry("message", "the body has more than 4194304 bytes");
        assertThat(client.get(API + "/query").logs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "nonsense",
                "{\"logs\":[{]}",
                "{\"logs\":[{}]} x",
                "{\"logs\":[{\"a\":\"\u0001\"}]}"
            })
    void whatIsNoJsonIsRefusedWhole(String body) {
        assertThat(client.post(BATCH, body).status()).isIn(400, 422);
        assertThat(client.get(API + "/query").logs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"logs\":5}", "{\"logs\":{}}", "5", "{\"logs\":[5]}"})
    void jsonOfAnotherShapeIsRefusedWithAReason(String body) {
        Client.Answer answer = client.post(BATCH, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object()).containsEntry("code", "validation_error").containsKey("fields");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e-999999999", "\"1e-999999999\"", "1e999999999", "1234e6789012345678901234567890", "1e400"})
    void aNumberBeyondAllMeasureIsKeptAsText(String number) {
        Client.Answer answer = client.post(
                BATCH, "{\"logs\":[{\"level\":\"info\",\"service\":\"a\",\"duration_ms\":" + number + "}]}");

        assertThat(answer.object()).containsEntry("count", 1L).containsKey("repaired");
        assertThat(client.get(API + "/query").text())
                .contains("\"duration_ms_raw\":\"" + number.replace("\"", "") + "\"");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] body = "{\"logs\":[{\"msg\":\"\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(client.post(BATCH, body).status()).isEqualTo(400);
    }

    @Test
    void aSingleEventHasToTellLevelAndService() {
        assertThat(client.post(API + "/ingest", "{\"service\":\"a\"}").object())
                .containsEntry("message", "'level' is required and has to be a text");
        assertThat(client.post(API + "/ingest", "[]").status()).isEqualTo(422);
    }

    @Test
    void aFormOrPlainTextIsNotTaken() {
        assertThat(client.post(BATCH, "{\"logs\":[]}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void anEmptyBatchIsFine() {
        assertThat(client.batch("").object()).containsEntry("count", 0L);
    }

    @Test
    void whateverIsSentTheServerAnswersAndTakesTheNext() {
        Random random = new Random(20261128);
        String good = "{\"logs\":[{\"level\":\"info\",\"service\":\"a\",\"msg\":\"m\",\"x\":[1,{\"y\":null}]}]}";
        for (int i = 0; i < 400; i++) {
            byte[] body = mutated(good.getBytes(StandardCharsets.UTF_8), random);

            assertThat(client.post(BATCH, body).status())
                    .as("body %d: %s", i, new String(body, StandardCharsets.ISO_8859_1))
                    .isIn(200, 400, 413, 422);
        }
        assertThat(client.post(BATCH, good).status()).isEqualTo(200);
        assertThat(client.get(API + "/query", "limit", "1000").status()).isEqualTo(200);
    }

    private static byte[] mutated(byte[] body, Random random) {
        byte[] copy = body.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            copy[random.nextInt(copy.length)] = random.nextBoolean()
                    ? (byte) "{}[]\",:0-eEnNtf\\u".charAt(random.nextInt(17))
                    : (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
