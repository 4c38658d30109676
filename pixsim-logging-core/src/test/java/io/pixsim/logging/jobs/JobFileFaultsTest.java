package io.pixsim.logging.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.FileStats;
import org.junit.jupiter.api.Test;

/** What stands in the way of the file of a job. */
class JobFileFaultsTest extends JobFilesFixture {

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
    void aFileThatMayNotBeWrittenCostsThatJobAloneThoughTheRootIsReadOnlyToo() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("projects/_none/files/logs/jobs"));
        Path denied = Files.createFile(logs.resolve("1.jsonl"));
        assumeTrue(denied.toFile().setReadOnly() && folder.toFile().setReadOnly());
        try {
            assumeFalse(Files.isWritable(folder), "this user may write everywhere");
            start();

            log("1", "nowhere");
            log("2", "good");
            flush();
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }

        assertThat(jobs.fileStats().lost()).containsOnly(Map.entry(FileLoss.NOT_WRITABLE, 1L));
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

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void aLinkThatTakesTheFoldersPlaceIsRefusedAlsoWhereFilesAreOpenedForAMoment() throws IOException {
        jobs.setMaxOpenFiles(1);
        start();
        logOfSomeJobs("before");
        Path real = folder.resolve("projects");
        Path outside = folder.resolve("outside");
        copyAll(real, outside);
        deleteAll(real);
        Files.createSymbolicLink(real, outside);

        await(() -> {
            logOfSomeJobs("evil");
            return jobs.fileStats().lost().containsKey(FileLoss.REFUSED);
        });
        await(() -> {
            long written = jobs.fileStats().written();
            logOfSomeJobs("evil");
            return jobs.fileStats().written() == written;
        });
    }

    @Test
    void aLineThatAnotherProcessLeftUnfinishedIsEndedFirstAlsoWhereFilesAreOpenedForAMoment() {
        jobs.setMaxOpenFiles(1);
        start();
        logOfSomeJobs("before");
        Path file = folder.resolve("projects/_none/files/logs/jobs/7.jsonl");

        await(() -> {
            append(file, "{\"half\":");
            logOfSomeJobs("after");
            return linesOf(file).contains("{\"half\":");
        });
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void logOfSomeJobs(String message) {
        for (int job = 0; job < 20; job++) {
            log(String.valueOf(job), message);
        }
        flush();
    }

    private static void copyAll(Path root, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                Files.copy(each, target.resolve(root.relativize(each).toString()));
            }
        }
    }
}
