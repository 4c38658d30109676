package io.pixsim.logging.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.FileOptions;
import io.pixsim.logging.FileSet;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.rolling.LogFileAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** Disks that fail under files. The caller notices nothing; what is lost is counted; writing resumes. */
class FaultyFilesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Path FULL = Path.of("/dev/full");
    private static final String FILLER = "x".repeat(1000);

    private boolean mounted;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ZERO);
        if (mounted) {
            await().until(() -> SmallDisk.unmount(folder));
        }
    }

    @Test
    void onAFullDiskEventsWaitAndAreWrittenWhenThereIsRoom() throws Exception {
        mount();
        Path ballast = Files.write(folder.resolve("ballast"), new byte[900 * 1024]);
        Logger log = configure(FileSet.SERVICE);
        for (int i = 0; i < 500; i++) {
            log.info(FILLER, Fields.ATTEMPT.of(i));
        }
        assertThat(Logging.flush(Duration.ofSeconds(1)).pending()).isPositive();

        Files.delete(ballast);
        assertThat(Logging.flush(LONG).pending()).isZero();

        List<Object> attempts = attempts(folder.resolve("runtime/logs/worker.jsonl"));
        assertThat(attempts).hasSize(500).doesNotHaveDuplicates();
        assertThat(Logging.stats().files().lost()).isEmpty();
    }

    @Test
    void jobsWaitForAFullDiskToo() throws Exception {
        mount();
        Path ballast = Files.write(folder.resolve("ballast"), new byte[900 * 1024]);
        Logger log = configure(FileSet.JOBS);
        for (int i = 0; i < 500; i++) {
            log.info(FILLER, Fields.JOB_ID.of(i % 5), Fields.ATTEMPT.of(i));
        }
        assertThat(Logging.flush(Duration.ofSeconds(1)).pending()).isPositive();

        Files.delete(ballast);
        assertThat(Logging.flush(LONG).pending()).isZero();

        for (int job = 0; job < 5; job++) {
            Path file = Logging.jobLogPath(null, String.valueOf(job)).orElseThrow();
            assertThat(attempts(file)).hasSize(100).doesNotHaveDuplicates();
        }
        assertThat(Logging.stats().files().lost()).isEmpty();
    }

    @Test
    void whatMemoryDoesNotHoldIsCountedAsLostToTheFullDiskAndWritingResumes() throws Exception {
        assumeTrue(Files.exists(FULL), "skipped: there is no device that is always full here");
        Path path = Files.createSymbolicLink(folder.resolve("worker.log"), FULL);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        LogFileAppender file = new LogFileAppender();
        file.setContext(context);
        file.setName("file");
        file.setFile(path.toString());
        file.setMemory(new FileSize(1 << 20));
        file.start();
        context.getLogger("x").addAppender(file);

        context.getLogger("x").info("first");
        await().atMost(LONG).until(() -> logUntilLost(context, file));
        FileStats full = file.fileStats();
        assertThat(full.lost()).containsKey(FileLoss.DISK_FULL);
        assertThat(full.accepted()).isEqualTo(full.written() + full.pending() + full.lostTotal());

        Files.delete(path);
        assertThat(file.flush(LONG).pending()).isZero();
        context.getLogger("x").info("resumed");
        assertThat(file.flush(LONG).pending()).isZero();

        List<String> lines = Files.readAllLines(path);
        assertThat(lines.get(0)).contains("first");
        assertThat(lines.get(lines.size() - 1)).contains("resumed");
        assertThat((long) lines.size()).isEqualTo(file.fileStats().written());
        context.stop();
    }

    @Test
    void aFolderThatCannotBeMadeIsWaitedFor() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("runtime"), "a file");
        Logger log = configure(FileSet.SERVICE);
        log.info("patience");
        assertThat(Logging.flush(Duration.ofMillis(300)).pending()).isEqualTo(1);

        Files.delete(inTheWay);
        assertThat(Logging.flush(LONG).pending()).isZero();

        assertThat(Files.readAllLines(folder.resolve("runtime/logs/worker.jsonl")))
                .singleElement()
                .asString()
                .contains("patience");
    }

    @Test
    void onAReadOnlyFileSystemAStopCountsWhatItCouldNotWrite() throws Exception {
        mount();
        assumeTrue(SmallDisk.makeReadOnly(folder));
        Logger log = configure(FileSet.SERVICE);
        log.info("nowhere");

        Logging.shutdown(Duration.ofSeconds(1));

        await().atMost(LONG).until(() -> Logging.stats().files().lostTotal() == 1);
        assertThat(Logging.stats().files().lost()).containsOnlyKeys(FileLoss.NOT_WRITABLE);
    }

    @Test
    void whatAReadOnlyFileSystemDidNotTakeIsWrittenWhenItTakesAgain() throws Exception {
        mount();
        assumeTrue(SmallDisk.makeReadOnly(folder));
        Logger log = configure(FileSet.SERVICE);
        log.info("meanwhile");
        assertThat(Logging.flush(Duration.ofMillis(300)).pending()).isEqualTo(1);

        assertThat(SmallDisk.makeWritable(folder)).isTrue();
        assertThat(Logging.flush(LONG).pending()).isZero();

        assertThat(Files.readString(folder.resolve("runtime/logs/worker.jsonl")))
                .contains("meanwhile");
        assertThat(Logging.stats().files().lost()).isEmpty();
    }

    @Test
    void jobsWaitForAReadOnlyFileSystemToo() throws Exception {
        mount();
        assumeTrue(SmallDisk.makeReadOnly(folder));
        Logger log = configure(FileSet.JOBS);
        for (int job = 0; job < 3; job++) {
            log.info("meanwhile", Fields.JOB_ID.of(job));
        }
        assertThat(Logging.flush(Duration.ofMillis(300)).pending()).isEqualTo(3);

        assertThat(SmallDisk.makeWritable(folder)).isTrue();
        assertThat(Logging.flush(LONG).pending()).isZero();

        for (int job = 0; job < 3; job++) {
            Path file = Logging.jobLogPath(null, String.valueOf(job)).orElseThrow();
            assertThat(Files.readAllLines(file)).hasSize(1);
        }
        assertThat(Logging.stats().files().lost()).isEmpty();
    }

    private static boolean logUntilLost(LoggerContext context, LogFileAppender file) {
        for (int i = 0; i < 100; i++) {
            context.getLogger("x").info(FILLER);
        }
        return file.fileStats().lostTotal() > 0;
    }

    private Logger configure(FileSet set) {
        return Logging.configure(LoggingOptions.forService("worker")
                .files(FileOptions.builder().folder(folder).sets(set).build())
                .build());
    }

    /** Of the lines that are whole: one that the full disk cut off stands alone, and again behind. */
    private static List<Object> attempts(Path file) throws IOException {
        List<Object> attempts = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.filter(each -> each.endsWith("}")).toList()) {
                attempts.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8))
                        .get("attempt"));
            }
        }
        return attempts;
    }

    private void mount() throws Exception {
        mounted = SmallDisk.mount(folder);
        assumeTrue(mounted, "skipped: a file system can't be mounted here");
    }
}
