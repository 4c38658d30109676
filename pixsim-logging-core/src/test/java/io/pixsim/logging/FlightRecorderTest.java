package io.pixsim.logging;

import static io.pixsim.logging.catalog.Severity.CRITICAL;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.catalog.Stage.RETRY_DECISION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.RecorderStats;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What is hidden of a job, and written when the job fails. */
class FlightRecorderTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void silence() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.shutdown(LONG);
        System.setOut(console);
        MDC.clear();
    }

    @Test
    void anErrorHasWhatCameBeforeItWrittenFirstInOrderAndMarked() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("picked account {}", 7);
            log.info("shown");
            log.atDebug().addKeyValue("api_key", "k-0123456789").log("sent");
            log.error("broken");
        }

        List<Map<String, Object>> events = ofJob("123");
        assertThat(values(events, "msg")).containsExactly("shown", "picked account 7", "sent", "broken");
        assertThat(values(events, "replayed")).containsExactly(null, true, true, null);
        assertThat(events.get(1)).containsEntry("level", "debug").containsEntry("job_id", 123L);
        assertThat(events.get(2)).containsEntry("api_key", "***redacted***");
        assertThat(time(events.get(1))).isBeforeOrEqualTo(time(events.get(0))).isBeforeOrEqualTo(time(events.get(2)));
    }

    @Test
    void theConsoleAndOtherFilesGetNothingOfIt() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("hidden");
            log.error("broken");
        }
        Logging.flush(LONG);

        assertThat(Files.readString(folder.resolve("runtime/logs/worker.jsonl")))
                .contains("broken")
                .doesNotContain("hidden");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("broken").doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "critical", "provider:error"})
    void anErrorOfAnyKindHasItWritten(String kind) throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job("j1")) {
            log.debug("hidden");
            switch (kind) {
                case "error" -> log.error("broken");
                case "critical" -> log.error(CRITICAL, "broken");
                default -> log.warn(PROVIDER_ERROR, "broken");
            }
        }

        assertThat(values(ofJob("j1"), "msg")).startsWith("hidden", "broken");
    }

    @Test
    void aJobThatEndsWellLeavesNothing() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("hidden");
            log.warn("a warning is no error");
            log.info(PROVIDER_COMPLETE, "rendered");
            log.debug("hidden too");
        }

        assertThat(values(ofJob("123"), "msg")).doesNotContain("hidden", "hidden too");
        assertThat(Logging.stats().recordings()).isEqualTo(new RecorderStats(2, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void whatComesAfterAnErrorIsWrittenWithTheNextOrAtTheEndOfAJobThatFailed() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("one");
            log.error(PROVIDER_ERROR, "first");
            log.debug("two");
            log.error("second");
            log.debug("three");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("one", "first", "two", "second", "three", "job ended");
    }

    @Test
    void aJobThatCompletesAfterARetryLeavesWhatItDidSince() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("one");
            log.warn(PROVIDER_ERROR, "first", Fields.ATTEMPT.of(0));
            log.info(RETRY_DECISION, "again", Fields.ATTEMPT.of(0), Fields.DELAY_MS.of(5));
            log.debug("two");
            log.info(PROVIDER_COMPLETE, "rendered", Fields.ATTEMPT.of(1));
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("one", "first", "again", "rendered", "job ended");
    }

    @Test
    void whoAsksFirstIsToldThatDebugIsWantedWhereAJobIsBound() {
        Logger log = recording(GateOptions.builder());

        assertThat(log.isDebugEnabled()).isFalse();
        try (var job = LogContext.job(123)) {
            assertThat(log.isDebugEnabled()).isTrue();
            assertThat(log.isTraceEnabled()).isFalse();
        }
    }

    @Test
    void aLevelThatWasSetForALoggerADomainOrAJobHides() throws IOException {
        Logger log = recording(GateOptions.builder().domainLevel("sql", Severity.WARNING));
        Logging.level("chatty", Severity.WARNING);
        Logging.off(LevelScope.forJob("off"));

        try (var job = LogContext.job("j1")) {
            LoggerFactory.getLogger("chatty.wire").debug("of a logger");
            log.debug("of a domain", Fields.DOMAIN.of("sql"));
            log.debug("of the root");
            log.error("broken");
        }
        try (var job = LogContext.job("off")) {
            log.debug("of a job");
            log.error("broken");
        }

        assertThat(values(ofJob("j1"), "msg")).containsExactly("of the root", "broken");
        assertThat(Logging.stats().recordings().recorded()).isEqualTo(1);
    }

    @Test
    void aJobWhoseLevelShowsDebugHasItWrittenAsItComes() throws IOException {
        Logger log = recording(GateOptions.builder());
        Logging.level(LevelScope.forJob(123), Severity.DEBUG);

        try (var job = LogContext.job(123)) {
            log.debug("shown");
        }

        assertThat(ofJob("123"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event).containsEntry("msg", "shown").doesNotContainKey("replayed"));
    }

    @Test
    void aJobThatIsLeftOutAsAWholeIsThereWhenItFails() throws IOException {
        Logger log = recording(GateOptions.builder().sampleJobs(1_000_000));

        try (var job = LogContext.job("left-out")) {
            log.debug("detail");
            log.info(PROVIDER_SUBMIT, "submitted");
            log.error(PROVIDER_ERROR, "broken");
        }

        assertThat(values(ofJob("left-out"), "msg")).containsExactly("detail", "submitted", "broken", "job ended");
        assertThat(ofJob("left-out").get(3)).doesNotContainKey("suppressed");
        assertThat(Logging.stats().suppressed(SuppressReason.JOB_SAMPLED)).isZero();
        assertThat(Logging.stats().losses()).isEmpty();
    }

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

    @Test
    void whatAValueLogsWhileItIsWrittenIsNotRecordedWithoutEnd() throws IOException {
        Logger log = recording(GateOptions.builder());
        Object chatty = new Object() {
            @Override
            public String toString() {
                log.debug("and {}", this);
                return "chatty";
            }
        };

        try (var job = LogContext.job(123)) {
            log.debug("value {}", chatty);
            log.error("broken");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("value chatty", "broken");
    }

    @Test
    void aThrowableThatCannotBeReadHarmsNobody() throws IOException {
        Logger log = recording(GateOptions.builder());
        RuntimeException hostile = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };

        try (var job = LogContext.job(123)) {
            log.debug("failed", hostile);
            log.atDebug().setCause(hostile).log("failed again");
            log.error("broken");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("failed", "failed again", "broken");
    }

    @Test
    void whatHadNoRoomIsToldBeforeTheRest() throws IOException {
        Logger log = recording(GateOptions.builder().recordJobs(4_096));

        try (var job = LogContext.job(123)) {
            for (int i = 0; i < 100; i++) {
                log.debug("number {}", i);
            }
            log.error("broken");
        }

        List<Map<String, Object>> events = ofJob("123");
        long missed = (Long) events.get(0).get("suppressed");
        assertThat(events.get(0)).containsEntry("stage", "log:loss").containsEntry("job_id", 123L);
        assertThat(events).hasSize((int) (1 + 100 - missed + 1));
        assertThat(events.get(1)).containsEntry("msg", "number " + missed);
        assertThat(Logging.stats().recordings().displaced()).isEqualTo(missed);
    }

    @Test
    void switchedOffItRecordsNothing() throws IOException {
        Logger log = recording(GateOptions.builder().recordJobs(0));

        try (var job = LogContext.job(123)) {
            assertThat(log.isDebugEnabled()).isFalse();
            log.debug("hidden");
            log.error("broken");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("broken");
        assertThat(Logging.stats().recordings()).isEqualTo(RecorderStats.NONE);
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

    @Test
    void inXmlItIsAPartOfTheGate() throws Exception {
        LoggerContext own = new LoggerContext();
        own.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator joran = new JoranConfigurator();
        joran.setContext(own);
        joran.doConfigure(new ByteArrayInputStream("""
                <configuration>
                  <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
                    <recorder class="io.pixsim.logging.jobs.FlightRecorder">
                      <bytesPerJob>64KB</bytesPerJob>
                      <maxJobs>100</maxJobs>
                      <memory>1MB</memory>
                      <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
                        <service>worker</service>
                      </encoder>
                    </recorder>
                  </turboFilter>
                  <appender name="jobs" class="io.pixsim.logging.jobs.JobFileAppender">
                    <folder>%s</folder>
                  </appender>
                  <root level="INFO"><appender-ref ref="jobs"/></root>
                </configuration>
                """.formatted(folder).getBytes(StandardCharsets.UTF_8)));

        try (var job = LogContext.job(7)) {
            own.getLogger("worker").debug("hidden");
            own.getLogger("worker").error("broken");
        }
        own.stop();

        List<Map<String, Object>> events = ofJob("7");
        assertThat(values(events, "msg")).containsExactly("hidden", "broken");
        assertThat(events.get(0)).containsEntry("replayed", true).containsEntry("service", "worker");
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

    private Logger recording(GateOptions.Builder gate) {
        boolean decided = gate.build().recordedBytes().isPresent();
        return Logging.configure(LoggingOptions.forService("worker")
                .gate(decided ? gate.build() : gate.recordJobs(1 << 20).build())
                .files(FileOptions.builder().folder(folder).build())
                .build());
    }

    private List<Map<String, Object>> ofJob(String jobId) throws IOException {
        Logging.flush(LONG);
        Path file = folder.resolve("projects/_none/files/logs/jobs/" + jobId + ".jsonl");
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            events.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
        }
        return events;
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

    private static List<Object> values(List<Map<String, Object>> events, String field) {
        return events.stream().map(event -> event.get(field)).toList();
    }

    private static Instant time(Map<String, Object> event) {
        return Instant.parse(Objects.requireNonNull(event.get("timestamp")).toString());
    }
}
