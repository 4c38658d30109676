package io.pixsim.logging.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.FileStats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** On real files. */
class JobFileAppenderTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final LoggerContext context = new LoggerContext();
    private final JobFileAppender jobs = new JobFileAppender();
    private final Logger log = context.getLogger("worker");

    @TempDir
    Path folder;

    @BeforeEach
    void configure() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        jobs.setContext(context);
        jobs.setName("jobs");
        jobs.setFolder(folder.toString());
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    @Test
    void eachJobHasAFileOfItsOwn() throws IOException {
        start();
        try (var project = LogContext.with(Field.text("project_id", "").of("p1"))) {
            log("123", "one");
            log("124", "two");
            log("123", "three");
        }
        log.info("of no job");
        flush();

        assertThat(messages("projects/p1/files/logs/jobs/123.jsonl")).containsExactly("one", "three");
        assertThat(messages("projects/p1/files/logs/jobs/124.jsonl")).containsExactly("two");
        assertThat(files()).hasSize(2);
    }

    @Test
    void thePathCanBeAskedForBeforeThereIsAFile() {
        start();

        assertThat(jobs.path("p1", "123")).contains(folder.resolve("projects/p1/files/logs/jobs/123.jsonl"));
        assertThat(jobs.path(null, "123")).contains(folder.resolve("projects/_none/files/logs/jobs/123.jsonl"));
    }

    @Test
    void aJobOfTheCallItselfCountsToo() throws IOException {
        start();

        log.info("argument", Fields.JOB_ID.of(7));
        log.atInfo().addKeyValue("job_id", 7).addKeyValue("projectId", "p2").log("key-value");
        flush();

        assertThat(messages("projects/_none/files/logs/jobs/7.jsonl")).containsExactly("argument");
        assertThat(messages("projects/p2/files/logs/jobs/7.jsonl")).containsExactly("key-value");
    }

    @Test
    void anEventThatTellsNoProjectGoesWhereItsJobIs() throws IOException {
        start();
        log.atInfo().addKeyValue("job_id", 7).addKeyValue("project_id", "p").log("first");
        log.atInfo().addKeyValue("job_id", 7).log("second");
        flush();

        assertThat(messages("projects/p/files/logs/jobs/7.jsonl")).containsExactly("first", "second");
    }

    @Test
    void noMoreFilesAreOpenThanAllowedAndEveryLineIsInItsFile() throws IOException {
        jobs.setMaxOpenFiles(8);
        start();

        for (int round = 0; round < 5; round++) {
            for (int job = 0; job < 300; job++) {
                log(String.valueOf(job), "round " + round);
            }
            assertThat(jobs.fileStats().openFiles()).isLessThanOrEqualTo(8);
        }
        flush();

        assertThat(files()).hasSize(300);
        for (int job = 0; job < 300; job++) {
            assertThat(messages("projects/_none/files/logs/jobs/" + job + ".jsonl"))
                    .containsExactly("round 0", "round 1", "round 2", "round 3", "round 4");
        }
        assertThat(jobs.fileStats().written()).isEqualTo(1500);
    }

    @Test
    void theFileOfAJobThatEndedIsClosedAndOpenedAgainWhenNeeded() throws IOException {
        start();
        log("1", "before");
        flush();

        jobs.end("1");
        await(() -> jobs.fileStats().openFiles() == 0);
        log("1", "after");
        flush();

        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl")).containsExactly("before", "after");
    }

    @Test
    void theFileIsClosedWhenTheLastScopeOfItsJobEnds() throws IOException {
        start();
        try (var outer = LogContext.job("1")) {
            try (var inner = LogContext.job("1")) {
                log.info("inner");
            }
            log.info("outer");
            flush();
            assertThat(jobs.fileStats().openFiles()).isEqualTo(1);
        }

        await(() -> jobs.fileStats().openFiles() == 0);
        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl")).containsExactly("inner", "outer");
    }

    @Test
    void theFileOfAJobThatNoScopeBindsIsClosedWhenItCompletes() throws IOException {
        start();
        log("1", "before");
        flush();
        log.info(Stage.PROVIDER_COMPLETE, "rendered", Fields.JOB_ID.of("1"));

        await(() -> jobs.fileStats().openFiles() == 0);
        log("1", "after");
        flush();

        assertThat(jobs.fileStats().openFiles()).isEqualTo(1);
        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl")).containsExactly("before", "rendered", "after");
    }

    @Test
    void whatIsToldOfAJobThatHasEndedDoesNotKeepItsFileOpen() {
        start();
        log("1", "before");
        flush();
        jobs.end("1");
        log.info(Stage.JOB_END, "job ended", Fields.JOB_ID.of("1"));
        flush();

        await(() -> jobs.fileStats().openFiles() == 0);
    }

    @Test
    void aFileThatNothingIsWrittenToIsClosed() {
        jobs.setIdleSeconds(1);
        start();
        log("1", "before");
        flush();

        await(() -> jobs.fileStats().openFiles() == 0);

        assertThat(jobs.fileStats().written()).isEqualTo(1);
    }

    @Test
    void aLinkInPlaceOfTheFileIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "untouched");
        Path link = folder.resolve("projects/_none/files/logs/jobs/1.jsonl");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, secret);
        start();

        log("1", "evil");
        log("2", "good");
        flush();

        assertThat(secret).hasContent("untouched");
        assertThat(jobs.fileStats().lost()).containsOnlyKeys(FileLoss.REFUSED);
        assertThat(messages("projects/_none/files/logs/jobs/2.jsonl")).containsExactly("good");
    }

    @Test
    void aLinkInPlaceOfAFolderIsRefused() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createDirectories(folder.resolve("projects"));
        Files.createSymbolicLink(folder.resolve("projects/_none"), outside);
        start();

        log("1", "evil");
        flush();

        assertThat(outside).isEmptyDirectory();
        assertThat(jobs.fileStats().lost()).containsOnlyKeys(FileLoss.REFUSED);
    }

    @Test
    void aFolderInPlaceOfTheFileCostsThatJobAlone() throws IOException {
        Files.createDirectories(folder.resolve("projects/_none/files/logs/jobs/1.jsonl"));
        start();

        log("1", "nowhere");
        log("2", "good");
        flush();

        FileStats stats = jobs.fileStats();
        assertThat(stats.lost()).containsOnlyKeys(FileLoss.REFUSED);
        assertThat(stats.accepted()).isEqualTo(stats.written() + stats.lostTotal());
        assertThat(messages("projects/_none/files/logs/jobs/2.jsonl")).containsExactly("good");
    }

    @Test
    void whatIsRemovedIsMadeAnew() throws IOException {
        jobs.setMaxOpenFiles(1);
        start();
        log("1", "before");
        flush();
        deleteAll(folder.resolve("projects"));

        await(() -> {
            log("2", "makes room");
            log("1", "after");
            flush();
            return Files.exists(folder.resolve("projects/_none/files/logs/jobs/1.jsonl"));
        });

        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl"))
                .contains("after")
                .doesNotContain("before");
        assertThat(jobs.fileStats().lost()).isEmpty();
    }

    @Test
    void tenThousandJobsInAMomentLoseNothing() throws IOException {
        start();
        for (int job = 0; job < 10_000; job++) {
            log("job-" + job, "only event");
        }
        flush();

        FileStats stats = jobs.fileStats();
        assertThat(stats.written()).isEqualTo(10_000);
        assertThat(stats.openFiles()).isLessThanOrEqualTo(JobFileAppender.DEFAULT_OPEN_FILES);
        assertThat(files()).hasSize(10_000);
    }

    @Test
    void whatIsKnownOfJobsIsBounded() {
        JobTable table = new JobTable(folder, JobPattern.DEFAULT, System::nanoTime);
        for (int job = 0; job < 50_000; job++) {
            table.find("job-" + job, null);
            table.end("job-" + job);
        }

        table.trim();

        assertThat(table.size()).isLessThanOrEqualTo(JobTable.MOST);
    }

    @Test
    void anInterruptedCallerWritesAllTheSame() throws IOException {
        start();
        Thread.currentThread().interrupt();
        log("1", "interrupted");
        assertThat(Thread.interrupted()).isTrue();
        log("1", "not interrupted");
        flush();

        assertThat(messages("projects/_none/files/logs/jobs/1.jsonl"))
                .containsExactly("interrupted", "not interrupted");
    }

    @Test
    void oldFilesAreDeletedAndNothingElseIs() throws IOException {
        Path old = file("projects/p/files/logs/jobs/1.jsonl", "{\"timestamp\":\"x\"}\n", 40);
        Path fresh = file("projects/p/files/logs/jobs/2.jsonl", "{\"timestamp\":\"x\"}\n", 3);
        Path otherContent = file("projects/p/files/logs/jobs/3.jsonl", "[1]\n", 40);
        Path otherName = file("projects/p/files/logs/jobs/Notes.jsonl", "{\"a\":1}\n", 40);
        Path otherPlace = file("projects/p/files/render/4.jsonl", "{\"a\":1}\n", 40);

        new JobRetention(folder, JobPattern.DEFAULT, Duration.ofDays(30), 0, Instant::now).run();

        assertThat(old).doesNotExist();
        assertThat(List.of(fresh, otherContent, otherName, otherPlace))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void theOldestAreDeletedWhenAllAreTooLargeButNoneThatMayBeOpen() throws IOException {
        Path oldest = file("projects/p/files/logs/jobs/1.jsonl", "{\"a\":" + "1".repeat(100) + "}\n", 3);
        Path older = file("projects/p/files/logs/jobs/2.jsonl", "{\"a\":" + "1".repeat(100) + "}\n", 2);
        Path open = file("projects/p/files/logs/jobs/3.jsonl", "{\"a\":" + "1".repeat(100) + "}\n", 0);

        new JobRetention(folder, JobPattern.DEFAULT, Duration.ZERO, 50, Instant::now).run();

        assertThat(oldest).doesNotExist();
        assertThat(older).doesNotExist();
        assertThat(open).exists();
    }

    @Test
    void afterTheStopEventsAreCountedAsLost() {
        start();
        log("1", "before");
        jobs.stop();

        log("1", "after");

        assertThat(jobs.fileStats().lost()).containsEntry(FileLoss.CLOSED, 1L);
        assertThat(jobs.fileStats().written()).isEqualTo(1);
    }

    private void start() {
        jobs.start();
        log.addAppender(jobs);
    }

    private void log(String job, String message) {
        log.info(message, Fields.JOB_ID.of(job));
    }

    private void flush() {
        assertThat(jobs.flush(LONG).pending()).isZero();
    }

    private Path file(String path, String content, int daysOld) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(daysOld))));
        return file;
    }

    private List<String> messages(String path) throws IOException {
        List<String> messages = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(path), UTF_8)) {
            assertThat(line).startsWith("{\"timestamp\"").endsWith("}");
            messages.add(line.replaceAll(".*\"msg\":\"([^\"]*)\".*", "$1"));
        }
        return messages;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - start < LONG.toNanos()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
