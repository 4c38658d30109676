package io.pixsim.logging.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

/** What becomes of rotated files. */
class HousekeepingTest extends RotatingFileFixture {

    private static final int SIZE = 4 << 20;

    private final Turn turn = new Turn();

    @Test
    void oldFilesArePackedThenDeletedAndNothingElseIs() throws IOException {
        age(Files.writeString(folder.resolve("worker.log.2026-11-26"), "of yesterday\n"), 1);
        age(Files.writeString(folder.resolve("worker.log.2026-10-01.gz"), "old"), 57);
        age(Files.writeString(folder.resolve("worker.log.old"), "not ours"), 400);
        age(Files.writeString(folder.resolve("other.log.2026-10-01"), "not ours"), 400);
        start(Rotation.daily(30));

        new Housekeeping(path(), Rotation.daily(30), turn, time::instant).run();

        assertThat(names()).containsExactly("other.log.2026-10-01", "worker.log.2026-11-26.gz", "worker.log.old");
    }

    @Test
    void theOldestGoFirstWhenTheyAreTooManyOrTooLarge() throws IOException {
        for (int day = 1; day <= 4; day++) {
            age(Files.writeString(folder.resolve("worker.log.2026-11-0" + (5 - day)), "x".repeat(10)), day);
        }
        start(Rotation.NONE);

        new Housekeeping(path(), new Rotation(Rotation.Every.DAY, 0, 3, Duration.ZERO, 25, false), turn, time::instant)
                .run();

        assertThat(names()).containsExactly("worker.log.2026-11-03", "worker.log.2026-11-04");
    }

    @Test
    void settingTheClockForwardDeletesNothing() throws IOException {
        age(Files.writeString(folder.resolve("worker.log.2026-11-26.gz"), "packed"), 1);
        start(Rotation.NONE);
        SteadyTime steady = new SteadyTime(time, time);
        time.set("2036-01-01T00:00:00");

        new Housekeeping(path(), Rotation.daily(30), turn, steady).run();

        assertThat(names()).containsExactly("worker.log.2026-11-26.gz");
    }

    @Test
    void aFileThatIsRotatedWhileTheOneBeforeIsPackedIsNotTakenForIt() throws Exception {
        Rotation rotation = new Rotation(Rotation.Every.NEVER, SIZE, 5, Duration.ZERO, 0, true);
        String first = text(1);
        String second = text(2);
        age(Files.writeString(folder.resolve("worker.log.1"), first), 1);
        Files.writeString(path(), second);
        start(rotation);

        CompletableFuture<Void> packing =
                CompletableFuture.runAsync(new Housekeeping(path(), rotation, turn, time::instant)::run);
        while (!Files.exists(folder.resolve("worker.log.1.gz.tmp")) && !packing.isDone()) {
            Thread.onSpinWait();
        }
        write("third");
        packing.join();

        assertThat(rotated().stream().map(String::hashCode))
                .containsExactlyInAnyOrder(first.hashCode(), second.hashCode());
    }

    @Test
    void aFileThatIsRotatedWhileOldOnesAreLookedForIsNotDeletedInTheirPlace() throws IOException {
        Rotation rotation = new Rotation(Rotation.Every.NEVER, 10, 5, Duration.ofDays(30), 0, false);
        age(Files.writeString(folder.resolve("worker.log.1"), "of yesterday"), 1);
        age(Files.writeString(folder.resolve("worker.log.2"), "old"), 40);
        Files.writeString(path(), "of today\n");
        start(rotation);

        new Housekeeping(path(), rotation, turn, () -> {
                    rotateOnce();
                    return time.instant();
                })
                .run();

        assertThat(rotated()).contains("of yesterday");
    }

    @Test
    void aPackedFileMayBeReadByNobodyElseThanTheFileItself() throws IOException {
        assumeTrue(path().getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path secret = Files.writeString(folder.resolve("worker.log.2026-11-26"), "of yesterday\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        age(secret, 1);
        start(Rotation.daily(30));

        new Housekeeping(path(), Rotation.daily(30), turn, time::instant).run();

        assertThat(Files.getPosixFilePermissions(folder.resolve("worker.log.2026-11-26.gz")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private void rotateOnce() {
        try {
            if (!Files.exists(folder.resolve("worker.log.3"))) {
                write("of today");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So much and so random that packing it takes longer than a rotation. */
    private static String text(long seed) {
        return new Random(seed)
                .ints(SIZE, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private List<String> rotated() throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : names()) {
            if (!name.equals("worker.log")) {
                contents.add(name.endsWith(".gz") ? unpacked(folder.resolve(name)) : content(name));
            }
        }
        return contents;
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(packed.readAllBytes(), UTF_8);
        }
    }

    private void age(Path of, int days) throws IOException {
        Files.setLastModifiedTime(of, FileTime.from(time.instant().minus(Duration.ofDays(days))));
    }
}
