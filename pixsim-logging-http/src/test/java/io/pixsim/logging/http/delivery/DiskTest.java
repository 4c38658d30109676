package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.queue.EventQueue;
import io.pixsim.logging.http.spool.SpoolSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a disk that fails and works again, by a clock that the test sets. */
class DiskTest {

    private static final String RUN = "0123456789abcdef0123";
    private static final String OTHER_RUN = "0123456789abcdef0000";
    private static final long MAX_BYTES = 1 << 20;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<String> warnings = new ArrayList<>();

    @TempDir
    Path parent;

    private Path folder;
    private Disk disk;

    @BeforeEach
    void makeDisk() {
        folder = parent.resolve("spool");
        disk = new Disk(
                new SpoolSettings(folder, MAX_BYTES, SpoolSettings.DEFAULT_AGE),
                RUN,
                new Ledger(new EventQueue(RUN, 10, 1000)),
                InstantSource.system(),
                new Reporter() {
                    @Override
                    public byte[] lossEvent(Map<DropReason, Long> losses) {
                        return null;
                    }

                    @Override
                    public void warn(String message) {
                        warnings.add(message);
                    }
                });
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void aFolderThatCanBeUsedIsNotWorthAWord() {
        disk.open(0);

        assertThat(disk.append(batch(0), 0)).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFolderThatCannotBeUsedIsToldOnceHoweverOftenItIsTried() throws IOException {
        Files.writeString(folder, "no folder");

        for (int second = 0; second < 10; second++) {
            disk.open(second * SECOND);
        }

        assertThat(disk.works()).isFalse();
        assertThat(warnings).hasSize(1);
    }

    @Test
    void itIsToldAgainWhenItFailsAfterHavingWorked() throws IOException {
        Files.writeString(folder, "no folder");
        disk.open(0);
        Files.delete(folder);
        disk.open(3 * SECOND);
        assertThat(disk.append(batch(0), 3 * SECOND)).isTrue();

        replaceByAFile();
        // One fills the segment, the next one's has no place.
        disk.append(batch(1), 4 * SECOND);
        assertThat(disk.append(batch(2), 4 * SECOND)).isFalse();

        assertThat(warnings).hasSize(2);
    }

    @Test
    void whatCannotBeTakenOverDoesNotKeepTheBoundsFromBeingHeld() throws IOException {
        Files.createDirectories(folder.resolve(OTHER_RUN + ".lock"));
        Files.write(folder.resolve(OTHER_RUN + "-00000000.seg"), new byte[10]);
        disk.open(0);
        for (int number = 0; number < 20; number++) {
            disk.append(batch(number), 0);
        }

        disk.tend(0);

        assertThat(bytesInFolder()).isLessThanOrEqualTo(MAX_BYTES);
    }

    private long bytesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".seg"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void replaceByAFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        Files.writeString(folder, "no folder");
    }

    private static Batch batch(long number) {
        return new Batch(RUN, false, new long[] {number}, List.of(new byte[100_000]));
    }
}
