package io.pixsim.logging.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanupTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String EVENT = "{\"timestamp\":\"2026-10-01T10:00:00Z\",\"level\":\"info\",\"msg\":\"x\"}\n";
    private static final String JOB_EVENT = EVENT.replace("}", ",\"job_id\":123}");

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("logs"));
    }

    @Test
    void whatWasRotatedAwayGoesWhenItIsOldEnough() throws IOException {
        Path old = write("worker.jsonl.2", EVENT, Duration.ofDays(8));
        Path packed = write("below/worker.2026-10-01.jsonl.gz", EVENT, Duration.ofDays(8));
        Path console = write("a.log.1", "[03:14:47] INFO  worker     Start  msg=x\n", Duration.ofDays(8));
        Path younger = write("worker.jsonl.1", EVENT, Duration.ofDays(7).minusMinutes(1));
        long bytes = Files.size(old) + Files.size(packed) + Files.size(console);

        CleanupResult result = cleanup(7);

        assertThat(result).isEqualTo(new CleanupResult(3, bytes, 0));
        assertThat(old).doesNotExist();
        assertThat(packed).doesNotExist();
        assertThat(console).doesNotExist();
        assertThat(younger).exists();
    }

    @Test
    void aJobsFileGoesAndAServicesStays() throws IOException {
        Path job = write(
                "projects/7/files/logs/jobs/123.jsonl", JOB_EVENT + EVENT + JOB_EVENT + "{\"time", Duration.ofDays(40));
        Path service = write("worker.jsonl", JOB_EVENT + EVENT, Duration.ofDays(40));
        Path idle = write("api.jsonl", EVENT, Duration.ofDays(40));
        Path ofOneJob = write("cron.jsonl", JOB_EVENT, Duration.ofDays(40));
        Path altered = write("jobs/job_7~0123456789abcdef01234567.jsonl", JOB_EVENT, Duration.ofDays(40));

        assertThat(cleanup(30).files()).isEqualTo(2);

        assertThat(job).doesNotExist();
        assertThat(service).exists();
        assertThat(idle).exists();
        assertThat(ofOneJob).exists();
        assertThat(altered).doesNotExist();
    }

    @Test
    void aDescriptorThatIsClosedMeanwhileHidesNoOther() throws IOException {
        Path descriptors = Files.createDirectories(home.resolve("proc/1/fd"));
        for (int i = 0; i < 50; i++) {
            Files.createFile(descriptors.resolve("closed-" + i));
            Files.createSymbolicLink(descriptors.resolve("open-" + i), home.resolve("file-" + i));
        }

        assertThat(OpenFiles.now(home.resolve("proc"))).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no event\n",
                "{\"a\":1}\n",
                "{\"level\":\"info\",\"msg\":\"no time\"}\n",
                "\u0000\u0001\n",
                "\n"
            })
    void whatIsNotOursByItsFirstLineStays(String content) throws IOException {
        Path foreign = write("postgres.log.1", content, Duration.ofDays(400));

        assertThat(cleanup(1)).isEqualTo(new CleanupResult(0, 0, 0));
        assertThat(foreign).exists();
    }

    @Test
    void otherNamesLinksAndWhatIsOutsideStay() throws IOException {
        Path notes = write("notes.txt", EVENT, Duration.ofDays(400));
        Path outside = write("../worker.jsonl.1", EVENT, Duration.ofDays(400));
        Path link = Files.createSymbolicLink(folder.resolve("worker.jsonl.1"), outside);
        Path folderLink = Files.createSymbolicLink(folder.resolve("up"), home);

        assertThat(cleanup(1).files()).isZero();

        assertThat(notes).exists();
        assertThat(outside).exists();
        assertThat(link).isSymbolicLink();
        assertThat(folderLink).isSymbolicLink();
    }

    @Test
    void aFileThatIsOpenStays() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "the system shows open files");
        Path open = write("worker.jsonl.1", EVENT, Duration.ofDays(40)).toRealPath();
        Path job = write("123.jsonl", JOB_EVENT, Duration.ofDays(40)).toRealPath();

        try (OutputStream rotated = Files.newOutputStream(open, StandardOpenOption.APPEND);
                OutputStream jobs = Files.newOutputStream(job, StandardOpenOption.APPEND)) {
            assertThat(cleanup(1).files()).isZero();
        }
        assertThat(cleanup(1).files()).isEqualTo(2);
    }

    @Test
    void thirtyDaysAreKeptUnlessANumberIsGiven() throws IOException {
        Path older = write("worker.jsonl.2", EVENT, Duration.ofDays(30).plusMinutes(1));
        Path younger = write("worker.jsonl.1", EVENT, Duration.ofDays(30).minusMinutes(1));

        assertThat(logs().cleanup().files()).isEqualTo(1);

        assertThat(older).doesNotExist();
        assertThat(younger).exists();
    }

    @Test
    void daysBeyondTheirRangeAreRefused() {
        assertThatThrownBy(() -> cleanup(0)).hasMessage("daysToKeep not in 1..36500: 0");
    }

    private CleanupResult cleanup(int days) throws IOException {
        return logs().cleanup(days);
    }

    private LogFiles logs() throws IOException {
        return new LogFiles(new Root(folder), Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private Path write(String name, String content, Duration age) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Files.write(file, name.endsWith(".gz") ? TailTest.gzip(bytes) : bytes);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
