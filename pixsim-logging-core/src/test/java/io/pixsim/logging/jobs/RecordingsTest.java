package io.pixsim.logging.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.pixsim.logging.diagnostics.RecorderStats;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rings, against a model that keeps lists and counts them anew each time. */
class RecordingsTest {

    private final AtomicLong now = new AtomicLong(ThreadLocalRandom.current().nextLong());
    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("worker");
    private final JsonLinesEncoder encoder = new JsonLinesEncoder();

    RecordingsTest() {
        encoder.setContext(context);
        encoder.start();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRingsHoldWhatTheModelHolds(long seed) {
        Random random = new Random(seed);
        long perJob = 1_000L + random.nextInt(8_000);
        int jobs = 1 + random.nextInt(6);
        long memory = 4_000L + random.nextInt(30_000);
        Recordings rings = new Recordings(jobs, memory, now::get);
        Model model = new Model(jobs, memory, perJob);

        for (int i = 0; i < 3_000; i++) {
            String job = "job-" + random.nextInt(8);
            now.addAndGet(random.nextInt(200) == 0 ? Recordings.IDLE + 1 : random.nextInt(1_000));
            switch (random.nextInt(20)) {
                case 0 -> assertThat(messages(rings.fail(job, perJob))).isEqualTo(model.fail(job, now.get()));
                case 1 -> assertThat(messages(rings.end(job, false))).isEqualTo(model.end(job, false));
                case 2 -> assertThat(messages(rings.end(job, true))).isEqualTo(model.end(job, true));
                default -> {
                    RecordedEvent event = event(i, random.nextInt(random.nextInt(50) == 0 ? 9_000 : 400));
                    rings.add(job, event, perJob);
                    model.add(job, event, now.get());
                }
            }
            RecorderStats stats = rings.stats();
            assertThat(stats.recorded())
                    .isEqualTo(stats.replayed() + stats.discarded() + stats.displaced() + stats.held());
            assertThat(stats.held()).isEqualTo(model.held());
            assertThat(stats.heldBytes()).isEqualTo(model.heldBytes()).isLessThanOrEqualTo(memory);
            assertThat(stats.jobs()).isEqualTo(model.rings.size()).isLessThanOrEqualTo(jobs);
        }
    }

    @Test
    void whoReadsARecordingLearnsHowManyEventsBeforeItHadNoRoom() {
        Recordings rings = new Recordings(10, 1 << 20, now::get);
        for (int i = 0; i < 100; i++) {
            rings.add("1", event(i, 10), 2_000);
        }

        JobRing.Content content = rings.fail("1", 2_000);

        assertThat(content.events()).isNotEmpty();
        assertThat(content.missed()).isEqualTo(100 - content.events().size());
        assertThat(rings.fail("1", 2_000).missed()).isZero();
    }

    @Test
    void manyThreadsLoseNoCount() throws InterruptedException {
        Recordings rings = new Recordings(3, 20_000, System::nanoTime);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Random random = new Random(t);
            RecordedEvent event = event(t, 100);
            threads.add(new Thread(() -> {
                for (int i = 0; i < 5_000; i++) {
                    String job = "job-" + random.nextInt(5);
                    switch (random.nextInt(10)) {
                        case 0 -> rings.fail(job, 5_000);
                        case 1 -> rings.end(job, random.nextBoolean());
                        default -> rings.add(job, event, 5_000);
                    }
                }
            }));
        }

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        rings.jobs().forEach(job -> rings.end(job, true));

        RecorderStats stats = rings.stats();
        assertThat(stats.held()).isZero();
        assertThat(stats.heldBytes()).isZero();
        assertThat(stats.recorded()).isEqualTo(stats.replayed() + stats.discarded() + stats.displaced());
    }

    private RecordedEvent event(int number, int length) {
        List<RecordedEvent> made = new ArrayList<>();
        LoggingEvent event = new LoggingEvent(
                Logger.FQCN, log, Level.DEBUG, "%06d %s".formatted(number, "x".repeat(length)), null, null);
        event.setMDCPropertyMap(Map.of());
        event.setInstant(Instant.EPOCH);
        encoder.encode(event, (of, line) -> made.add(RecordedEvent.of(of, line.keep(), () -> {})));
        return made.get(0);
    }

    private static List<String> messages(JobRing.Content content) {
        return content.events().stream()
                .map(event -> new String(event.line().lines(), UTF_8))
                .toList();
    }

    /** Lists of events by job, the job recorded longest ago first. */
    private static final class Model {

        private final int mostJobs;
        private final long mostBytes;
        private final long perJob;
        private final Map<String, Kept> rings = new LinkedHashMap<>();

        Model(int mostJobs, long mostBytes, long perJob) {
            this.mostJobs = mostJobs;
            this.mostBytes = mostBytes;
            this.perJob = perJob;
        }

        void add(String job, RecordedEvent event, long now) {
            rings.values().removeIf(kept -> now - kept.lastAt > Recordings.IDLE);
            Kept kept = touch(job, now);
            if (event.heldBytes() <= perJob) {
                kept.events.add(event);
            }
            while (bytes(kept.events) > perJob) {
                kept.events.remove(0);
            }
            makeRoom(kept);
        }

        private void makeRoom(Kept kept) {
            while (heldBytes() > mostBytes && rings.size() > 1) {
                rings.remove(rings.keySet().iterator().next());
            }
            while (heldBytes() > mostBytes) {
                kept.events.remove(0);
            }
        }

        List<String> fail(String job, long now) {
            Kept kept = touch(job, now);
            kept.failed = true;
            List<String> taken = lines(kept.events);
            kept.events.clear();
            makeRoom(kept);
            return taken;
        }

        List<String> end(String job, boolean completed) {
            Kept kept = rings.remove(job);
            return kept == null || completed || !kept.failed ? List.of() : lines(kept.events);
        }

        long held() {
            return rings.values().stream().mapToLong(kept -> kept.events.size()).sum();
        }

        long heldBytes() {
            return rings.values().stream()
                    .mapToLong(kept -> JobRing.OVERHEAD + bytes(kept.events))
                    .sum();
        }

        /** The ring of a job, as the one used last. */
        private Kept touch(String job, long now) {
            Kept kept = rings.remove(job);
            if (kept == null) {
                while (rings.size() >= mostJobs) {
                    rings.remove(rings.keySet().iterator().next());
                }
                kept = new Kept();
            }
            rings.put(job, kept);
            kept.lastAt = now;
            return kept;
        }

        private static long bytes(List<RecordedEvent> events) {
            return events.stream().mapToLong(RecordedEvent::heldBytes).sum();
        }

        private static List<String> lines(List<RecordedEvent> events) {
            return events.stream()
                    .map(event -> new String(event.line().lines(), UTF_8))
                    .toList();
        }

        private static final class Kept {

            private final List<RecordedEvent> events = new ArrayList<>();
            private boolean failed;
            private long lastAt;
        }
    }
}
