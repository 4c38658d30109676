package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Which files of jobs are deleted. */
class JobRetentionTest extends JobFilesFixture {

    @Test
    void oldFilesAreDeletedAndNothingElseIs() throws IOException {
        Path old = file("projects/p/files/logs/jobs/1.jsonl", "{\"timestamp\":\"x\"}\n", 40);
        Path fresh = file("projects/p/files/logs/jobs/2.jsonl", "{\"timestamp\":\"x\"}\n", 3);
        Path otherContent = file("projects/p/files/logs/jobs/3.jsonl", "[1]\n", 40);
        Path otherName = file("projects/p/files/logs/jobs/Notes.jsonl", "{\"a\":1}\n", 40);
        Path otherPlace = file("projects/p/files/render/4.jsonl", "{\"a\":1}\n", 40);

        new JobRetention(folder, JobPattern.DEFAULT, Duration.ZERO, Duration.ofDays(30), 0, Instant::now).run();

        assertThat(old).doesNotExist();
        assertThat(List.of(fresh, otherContent, otherName, otherPlace))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void theOldestAreDeletedWhenAllAreTooLargeButNoneThatMayBeOpen() throws IOException {
        Path oldest = file("projects/p/files/logs/jobs/1.jsonl", "{\"a\":" + "1".repeat(100) + "}\n", 3);
        Path older = file("projects/p/files/logs/jobs/2.jsonl", "{\"a\":" + "1".repeat(100) + "}\n", 2);
        Path open = file("projects/p/files/logs/jobs/3.jsonl", "{\"a\":" + "1".repeat(100) + "}\n", 0);

        new JobRetention(folder, JobPattern.DEFAULT, Duration.ZERO, Duration.ZERO, 50, Instant::now).run();

        assertThat(oldest).doesNotExist();
        assertThat(older).doesNotExist();
        assertThat(open).exists();
    }

    @Test
    void whatMayBeOpenStaysHoweverOld() throws IOException {
        Path idle = file("projects/p/files/logs/jobs/1.jsonl", "{\"timestamp\":\"x\"}\n", 40);

        new JobRetention(folder, JobPattern.DEFAULT, Duration.ofDays(50), Duration.ofDays(30), 0, Instant::now).run();

        assertThat(idle).exists();
    }

    @Test
    void aFileThatIsWrittenToWhileOldOnesAreLookedForStays() throws IOException {
        Path old = file("projects/p/files/logs/jobs/1.jsonl", "{\"timestamp\":\"x\"}\n", 40);

        new JobRetention(folder, JobPattern.DEFAULT, Duration.ZERO, Duration.ofDays(30), 0, () -> {
                    append(old, "{\"timestamp\":\"now\"}\n");
                    return Instant.now();
                })
                .run();

        assertThat(old).exists();
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String path, String content, int daysOld) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(daysOld))));
        return file;
    }
}
