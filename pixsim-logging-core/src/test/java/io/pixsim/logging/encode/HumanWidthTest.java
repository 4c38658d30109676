package io.pixsim.logging.encode;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** The life of jobs, all eight stages with what they usually say, in a context of eight fields. */
class HumanWidthTest {

    private static final int JOBS = 300;

    private final HumanLines lines =
            new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, ZoneOffset.UTC, false);

    @ParameterizedTest
    @ValueSource(longs = {1, 20251203, 77_777_777})
    void anOrdinaryEventStaysWithinTheColumns(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < JOBS; i++) {
            Job job = new Job(random);
            job.events().forEach(event -> assertFits(lines.encode(job.in(event))));
        }
    }

    @Test
    void aSignThatIsDrawnTwiceAsWideTakesTwoColumns() {
        TestEvent event = TestEvent.saying("失败")
                .marked(Stage.of("阶段:开始"))
                .level(Level.WARN)
                .with("error", "渲染".repeat(80));

        String line = lines.encode(event).lines().findFirst().orElseThrow();

        assertThat(line).startsWith("[12:34:57] WARN  worker     阶段:开始           error=渲染");
        assertThat(line.length() + line.codePoints().filter(c -> c > 0x2E80).count())
                .isBetween(119L, 120L);
    }

    private static void assertFits(String written) {
        assertThat(written.split("\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    private static final class Job {

        private final Random random;
        private final String id;
        private final String request;
        private final String provider;
        private final String operation;
        private final int attempt;
        private final String providerJob;

        Job(Random random) {
            this.random = random;
            this.id = "" + random.nextInt(100_000);
            this.request = random.nextBoolean()
                    ? "req-" + Integer.toHexString(random.nextInt())
                    : new UUID(random.nextLong(), random.nextLong()).toString();
            this.provider = oneOf("pixverse", "sora", "runway", "luma");
            this.operation = oneOf("text_to_video", "image_to_video", "video_extend", "video_transition");
            this.attempt = random.nextInt(4);
            this.providerJob = "pv_job_" + random.nextInt(10_000);
        }

        TestEvent in(TestEvent event) {
            return event.in("job_id", id)
                    .in("request_id", request)
                    .in("provider_id", provider)
                    .in("operation_type", operation)
                    .in("user_id", "" + random.nextInt(100_000))
                    .in("submission_id", "" + random.nextInt(1_000_000))
                    .in("artifact_id", "" + random.nextInt(1_000_000))
                    .in(
                            "trace_id",
                            new UUID(random.nextLong(), random.nextLong())
                                    .toString()
                                    .replace("-", ""));
        }

        List<TestEvent> events() {
            int submitting = random.nextInt(10_000);
            int rendering = random.nextInt(600_000);
            return Stream.of(
                            TestEvent.saying("processing_started").marked(Stage.PIPELINE_START),
                            TestEvent.saying("artifact 463 created").marked(Stage.PIPELINE_ARTIFACT),
                            TestEvent.saying("parameters mapped")
                                    .marked(Stage.PROVIDER_MAP_PARAMS)
                                    .with("params", Map.of("width", 1920, "prompt", "p".repeat(random.nextInt(400)))),
                            TestEvent.saying("submitted", PROVIDER_JOB_ID.of(providerJob), DURATION_MS.of(submitting))
                                    .marked(Stage.PROVIDER_SUBMIT),
                            TestEvent.saying("rendering, " + random.nextInt(100) + " %", ATTEMPT.of(attempt))
                                    .marked(Stage.PROVIDER_STATUS)
                                    .with("sample_rate", 1 + random.nextInt(10))
                                    .with("status", "rendering"),
                            TestEvent.saying("rendered", ATTEMPT.of(attempt), DURATION_MS.of(rendering))
                                    .marked(Stage.PROVIDER_COMPLETE),
                            TestEvent.saying("failed", ATTEMPT.of(attempt))
                                    .marked(Stage.PROVIDER_ERROR)
                                    .level(Level.ERROR)
                                    .with("error", oneOf("503", "timeout", "no quota"))
                                    .with("error_type", "provider"),
                            TestEvent.saying("trying again", ATTEMPT.of(attempt))
                                    .marked(Stage.RETRY_DECISION)
                                    .with("delay_ms", 1000)
                                    .with("reason", "timeout"))
                    .toList();
        }

        private String oneOf(String... texts) {
            return texts[random.nextInt(texts.length)];
        }
    }
}
