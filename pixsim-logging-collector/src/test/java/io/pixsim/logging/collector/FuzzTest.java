package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import io.pixsim.logging.collector.RandomBodies.Kind;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyParser;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.RowSink;
import io.pixsim.logging.collector.ingest.body.Unpacking;
import io.pixsim.logging.collector.ingest.bulk.BulkBodies;
import io.pixsim.logging.collector.ingest.otlp.JsonLogs;
import io.pixsim.logging.collector.ingest.otlp.ProtobufLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent: a clear answer, and what was acknowledged is there. {@code -Dpixsim.fuzz.seconds} says how long, {@code
 * -Dpixsim.fuzz.seed} repeats a run.
 */
class FuzzTest {

    private static final long SECONDS = Long.getLong("pixsim.fuzz.seconds", 5);
    private static final long SEED = Long.getLong("pixsim.fuzz.seed", 20261128);
    private static final IngestLimits SMALL = new IngestLimits(1 << 16, 3, 1 << 10, 5);

    @TempDir
    Path folder;

    @Test
    void aParserTakesABodyOrSaysWhatIsWrongWithIt() {
        RandomBodies bodies = new RandomBodies(SEED);
        long end = System.nanoTime() + SECONDS * 400_000_000L;
        for (int i = 0; System.nanoTime() < end; i++) {
            Kind kind = bodies.kind();
            byte[] body = bodies.broken(bodies.good(kind, bodies.events(kind)));
            byte[] sent = bodies.chance(3) ? bodies.broken(bodies.packed(body)) : body;
            try {
                byte[] plain = Unpacking.unpack(sent, sent == body ? null : "gzip", SMALL.maxBodyBytes());
                int[] rows = {0};
                parse(kind, plain, row -> rows[0]++);
                assertThat(rows[0]).isLessThanOrEqualTo(SMALL.maxBatchEvents());
            } catch (BodyException e) {
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300);
            } catch (RuntimeException | StackOverflowError e) {
                fail("body %d of seed %d, %s: %s", i, SEED, kind, new String(body, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void parse(Kind kind, byte[] body, RowSink rows) throws BodyException {
        switch (kind) {
            case BATCH -> new BodyParser(SMALL).batch(body, rows);
            case SINGLE -> rows.take(new BodyParser(SMALL).single(body));
            case LINES -> new BodyParser(SMALL).lines(body, rows);
            case BULK -> new BulkBodies(SMALL).read(body, null, rows);
            case OTLP -> ProtobufLogs.read(body, SMALL, rows);
            case OTLP_JSON -> JsonLogs.read(body, SMALL, rows);
        }
    }

    @Test
    void theServerAnswersAndWhatItAcknowledgedIsThere() throws IOException {
        RandomBodies bodies = new RandomBodies(SEED);
        try (Running running = Running.in(folder, builder -> builder.maxBodyBytes(1 << 20))) {
            long acknowledged = 0;
            long end = System.nanoTime() + SECONDS * 600_000_000L;
            for (int i = 0; System.nanoTime() < end; i++) {
                Kind kind = bodies.kind();
                int events = bodies.events(kind);
                boolean isGood = bodies.chance(2);
                byte[] good = bodies.good(kind, events);
                byte[] body = isGood ? good : bodies.broken(good);
                boolean packs = bodies.chance(4);
                byte[] packed = packs ? bodies.packed(body) : body;

                Client.Answer answer = running.client.post(
                        kind.path,
                        packs && !isGood && bodies.chance(2) ? bodies.broken(packed) : packed,
                        "Content-Type",
                        kind.mediaType,
                        "Content-Encoding",
                        packs ? "gzip" : "identity");

                if (isGood) {
                    assertThat(answer.status())
                            .as("body %d: %s", i, answer.text())
                            .isEqualTo(200);
                    acknowledged += events;
                } else {
                    assertThat(answer.status())
                            .as("body %d: %s", i, answer.text())
                            .isIn(200, 400, 413, 415, 422);
                }
            }
            Map<String, Object> counted = OpenApiDocument.object(
                    running.client.get(API + "/system").object().get("ingestion"));
            long there = (Long) running.client
                    .get(API + "/query", "count", "exact", "limit", "1000")
                    .object()
                    .get("total");
            assertThat(there).isEqualTo(counted.get("stored")).isGreaterThanOrEqualTo(acknowledged);
            assertThat(running.client.get(API + "/export").status()).isEqualTo(200);
            assertThat(running.client.get(API + "/stats").status()).isEqualTo(200);
        }
    }
}
