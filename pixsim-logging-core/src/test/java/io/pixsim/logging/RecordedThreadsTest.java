package io.pixsim.logging;

import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.RecorderStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Jobs on several threads, recorded. */
class RecordedThreadsTest extends RecorderFixture {

    @Test
    void jobsWithinJobsAndThreadsOfOneJobAreKeptApartAndTogether() throws Exception {
        Logger log = recording(GateOptions.builder());

        try (var outer = LogContext.job("outer")) {
            log.debug("outer 1");
            Thread helper = new Thread(LogContext.wrap(() -> log.debug("outer 2")));
            helper.start();
            helper.join();
            try (var inner = LogContext.job("inner")) {
                log.debug("inner 1");
                log.error("inner broken");
            }
            log.debug("outer 3");
            log.error("outer broken");
        }

        assertThat(values(ofJob("inner"), "msg")).containsExactly("inner 1", "inner broken");
        assertThat(values(ofJob("outer"), "msg")).containsExactly("outer 1", "outer 2", "outer 3", "outer broken");
    }

    @Test
    void aJobThatIsHandedToAnotherThreadEndsThere() throws Exception {
        Logger log = recording(GateOptions.builder());
        Thread worker;
        try (var job = LogContext.job("async")) {
            log.info(PIPELINE_START, "started");
            worker = new Thread(LogContext.wrap(() -> {
                log.debug("detail");
                log.warn(PROVIDER_ERROR, "broken");
            }));
        }

        worker.start();
        worker.join();

        List<Map<String, Object>> events = ofJob("async");
        assertThat(values(events, "msg")).containsExactly("started", "detail", "broken", "job ended");
        assertThat(events.get(3)).containsEntry("outcome", "failed").doesNotContainKey("findings");
    }

    /** Whatever jobs do, on several threads: what was emitted was written or held back, and all that was recorded is told. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void emittedIsWrittenAndSuppressedWithARecorderToo(long seed) throws Exception {
        Random random = new Random(seed);
        Logger log = recording(GateOptions.builder()
                .recordJobs(4_096)
                .sampleJobs(1 + random.nextInt(3))
                .sampleStage(PROVIDER_SUBMIT, 2));
        AtomicInteger shown = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            Random ofThread = new Random(random.nextLong());
            threads.add(new Thread(() -> shown.addAndGet(logAtRandom(log, ofThread))));
        }

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Logging.shutdown(LONG);

        LoggingStats stats = Logging.stats();
        long suppressed =
                stats.suppressed().values().stream().mapToLong(Long::longValue).sum();
        RecorderStats recordings = stats.recordings();
        assertThat(stats.emitted()).isEqualTo(stats.written() + suppressed);
        assertThat(recordings.recorded())
                .isEqualTo(recordings.replayed() + recordings.discarded() + recordings.displaced());
        assertThat(recordings.held()).isZero();
        List<String> written = lines();
        assertThat(written.stream().filter(line -> line.contains("\"level\":\"error\"")))
                .hasSize(shown.get());
        assertThat(written.stream().filter(line -> line.contains("\"replayed\":true") && !line.contains("log:loss")))
                .hasSize((int) recordings.replayed());
    }

    /** Gives how many errors there were. */
    private static int logAtRandom(Logger log, Random random) {
        int errors = 0;
        for (int i = 0; i < 400; i++) {
            try (var job = LogContext.job("job-" + random.nextInt(10))) {
                for (int n = random.nextInt(20); n > 0; n--) {
                    log.debug("detail {}", "x".repeat(random.nextInt(200)));
                    log.info(PROVIDER_SUBMIT, "submitted");
                }
                switch (random.nextInt(4)) {
                    case 0 -> {
                        log.error(PROVIDER_ERROR, "broken");
                        errors++;
                    }
                    case 1 -> log.info(PROVIDER_COMPLETE, "rendered");
                    default -> log.info("left");
                }
            }
        }
        return errors;
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(folder.resolve("projects/_none/files/logs/jobs"))) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
