package io.pixsim.logging;

import static io.pixsim.logging.catalog.Fields.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.pixsim.logging.catalog.AnyField;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.Loss;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Every event is written or accounted for, whatever is logged, from however many threads, under whatever rules. */
class LossLedgerTest {

    private static final List<Stage> STAGES = List.of(
            Stage.PROVIDER_STATUS,
            Stage.PROVIDER_STATUS,
            Stage.PROVIDER_STATUS,
            Stage.PROVIDER_SUBMIT,
            Stage.RETRY_DECISION,
            Stage.PROVIDER_ERROR,
            Stage.PROVIDER_COMPLETE);

    private static final AnyField BY_PROGRAM = Field.any("by_program", "Not of the gate's own");

    @TempDir
    Path folder;

    private final PrintStream console = System.out;

    @BeforeEach
    void quiet() {
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.shutdown(Duration.ofSeconds(5));
        System.setOut(console);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void emittedIsWrittenAndSuppressed(long seed) throws Exception {
        Path file = folder.resolve("events.jsonl");
        Random random = new Random(seed);
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .file(file)
                .gate(randomRules(random))
                .build());
        AtomicLong shown = new AtomicLong();
        AtomicInteger warnings = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            long ofThread = random.nextLong();
            threads.add(new Thread(() -> shown.addAndGet(logAtRandom(log, new Random(ofThread), warnings))));
        }

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        LoggingStats stats = Logging.stats();
        List<String> lines = Files.readAllLines(file);
        long own = lines.stream()
                .filter(line -> !line.contains("\"by_program\":true"))
                .count();
        long suppressed =
                stats.suppressed().values().stream().mapToLong(Long::longValue).sum();
        assertThat(stats.written()).isEqualTo(lines.size());
        assertThat(stats.emitted()).isEqualTo(shown.get() + own);
        assertThat(lines.size() - own + suppressed).isEqualTo(shown.get());
        assertThat(stats.losses().stream().mapToLong(Loss::events).sum()).isEqualTo(suppressed);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"level\":\"warning\"") && line.contains("\"by_program\":true"))
                .hasSize(warnings.get());
    }

    @Test
    void statsTellWhatEachJobLostAndWhere() throws IOException {
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .samplingProviderStatus(10)
                .file(folder.resolve("events.jsonl"))
                .build());

        for (int jobId = 1; jobId <= 2; jobId++) {
            try (var job = LogContext.job(jobId)) {
                for (int i = 0; i < 4; i++) {
                    log.info(Stage.PROVIDER_STATUS, "polled");
                }
            }
        }

        assertThat(Logging.stats().losses())
                .containsExactlyInAnyOrder(
                        new Loss(SuppressReason.SAMPLED, "provider:status", "1", 3),
                        new Loss(SuppressReason.SAMPLED, "provider:status", "2", 3));
        Logging.shutdown(Duration.ofSeconds(5)); // which is the end of both, and the last of each is written after all
        assertThat(Files.readAllLines(folder.resolve("events.jsonl")))
                .filteredOn(line -> line.contains("\"lost\""))
                .satisfiesExactlyInAnyOrder(
                        ofJob -> assertThat(ofJob).contains("\"job_id\":1", "job:end", lost(2)),
                        ofJob -> assertThat(ofJob).contains("\"job_id\":2", "job:end", lost(2)),
                        ofAll -> assertThat(ofAll).contains("log:loss", lost(4)));
    }

    private static String lost(int events) {
        return "\"lost\":{\"sampled\":{\"provider:status\":" + events + "}}";
    }

    private static GateOptions randomRules(Random random) {
        GateOptions.Builder rules = GateOptions.builder()
                .sampleStage(Stage.PROVIDER_STATUS, 1 + random.nextInt(5))
                .sampleStage(Stage.RETRY_DECISION, 1 + random.nextInt(3))
                .sampleJobs(1 + random.nextInt(3))
                .collapsePolling(random.nextBoolean())
                .domainOff("cron")
                .domainLevel("account", Severity.DEBUG);
        if (random.nextBoolean()) {
            rules.collapseDuplicates(Duration.ofMillis(1 + random.nextInt(20)));
        }
        if (random.nextBoolean()) {
            rules.rateLimit(1 + random.nextInt(1_000));
        }
        return rules.build();
    }

    /** Gives how many of the events are shown by the level of their logger or domain, or are held back by one of them. */
    private static long logAtRandom(Logger log, Random random, AtomicInteger warnings) {
        long shown = 0;
        for (int i = 0; i < 3_000; i++) {
            String domain = List.of("cron", "account", "pipeline").get(random.nextInt(3));
            Stage stage = STAGES.get(random.nextInt(STAGES.size()));
            int status = random.nextInt(3);
            try (var job = LogContext.job(random.nextInt(20))) {
                switch (random.nextInt(5)) {
                    case 0 -> {
                        log.warn(stage, "warned", DOMAIN.of(domain), BY_PROGRAM.of(true));
                        warnings.addAndGet(domain.equals("cron") ? 0 : 1);
                        shown++;
                    }
                    case 1 -> {
                        log.debug(stage, "detail", DOMAIN.of(domain), BY_PROGRAM.of(true));
                        shown += domain.equals("account") ? 1 : 0;
                    }
                    case 2 -> {
                        log.info(stage, "found {}", status, DOMAIN.of(domain), BY_PROGRAM.of(true));
                        shown++;
                    }
                    default -> {
                        log.atInfo()
                                .addMarker(stage)
                                .addKeyValue("domain", domain)
                                .addKeyValue("status", status)
                                .addKeyValue("by_program", true)
                                .log("polled");
                        shown++;
                    }
                }
            }
        }
        return shown;
    }
}
