package io.pixsim.logging.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.Test;

/** When a file makes room for a new one. */
class RotatingFileTest extends RotatingFileFixture {

    @Test
    void aDaysFileIsMovedAwayAtMidnight() throws IOException {
        start(Rotation.daily(30));
        write("yesterday");
        time.pass(Duration.ofHours(2));

        write("today");

        assertThat(content("worker.log")).isEqualTo("today\n");
        assertThat(content("worker.log.2026-11-27")).isEqualTo("yesterday\n");
    }

    @Test
    void aWeeksFileIsNamedAfterItsMonday() throws IOException {
        start(Rotation.weekly(90));
        write("friday");
        time.pass(Duration.ofDays(1));
        write("saturday");
        time.pass(Duration.ofDays(2));

        write("monday");

        assertThat(content("worker.log")).isEqualTo("monday\n");
        assertThat(content("worker.log.2026-11-23")).isEqualTo("friday\nsaturday\n");
    }

    @Test
    void whatAnEarlierProcessLeftOfYesterdayIsMovedAwayFirst() throws IOException {
        Path left = Files.writeString(path(), "left\n");
        Files.setLastModifiedTime(left, FileTime.from(time.instant().minus(Duration.ofDays(2))));
        start(Rotation.daily(30));

        write("today");

        assertThat(content("worker.log")).isEqualTo("today\n");
        assertThat(content("worker.log.2026-11-25")).isEqualTo("left\n");
    }

    @Test
    void aRotatedFileIsNeverOverwritten() throws IOException {
        Files.writeString(folder.resolve("worker.log.2026-11-27"), "first\n");
        Files.writeString(folder.resolve("worker.log.2026-11-27.1.gz"), "packed");
        start(Rotation.daily(30));
        write("third");
        time.pass(Duration.ofHours(2));

        write("today");

        assertThat(content("worker.log.2026-11-27")).isEqualTo("first\n");
        assertThat(content("worker.log.2026-11-27.2")).isEqualTo("third\n");
    }

    @Test
    void aFileDoesNotExceedItsSizeAndTheOldestIsLetGo() throws IOException {
        start(Rotation.bySize(20, 2));

        for (int i = 0; i < 10; i++) {
            write("line-" + i + "..");
        }

        assertThat(content("worker.log")).isEqualTo("line-8..\nline-9..\n");
        assertThat(content("worker.log.1")).isEqualTo("line-6..\nline-7..\n");
        assertThat(content("worker.log.2")).isEqualTo("line-4..\nline-5..\n");
        assertThat(names()).containsExactly("worker.log", "worker.log.1", "worker.log.2");
    }

    @Test
    void aBatchIsSplitWhereTheFileIsFull() throws IOException {
        start(Rotation.bySize(20, 5));

        write("line-0..", "line-1..", "line-2..", "line-3..", "line-4..");

        assertThat(content("worker.log.2")).isEqualTo("line-0..\nline-1..\n");
        assertThat(content("worker.log.1")).isEqualTo("line-2..\nline-3..\n");
        assertThat(content("worker.log")).isEqualTo("line-4..\n");
    }

    @Test
    void aClockThatStepsBackRotatesNothingAndStopsNothing() throws IOException {
        start(Rotation.daily(30));
        write("before");
        time.set("2026-11-20T12:00:00");
        write("after");
        time.set("2026-11-21T12:00:00");

        write("next day");

        assertThat(content("worker.log")).isEqualTo("next day\n");
        assertThat(content("worker.log.2026-11-20")).isEqualTo("before\nafter\n");
    }

    @Test
    void ofTwoWritersOneRotatesAndBothGoOn() throws IOException {
        start(Rotation.daily(30));
        RotatingFile other = new RotatingFile(path(), Rotation.daily(30), time, time, lost);
        write("mine");
        write(other, "theirs");
        time.pass(Duration.ofHours(2));

        write("mine, today");
        write(other, "theirs, today");
        write(other, "theirs again");
        other.close();

        assertThat(content("worker.log.2026-11-27")).isEqualTo("mine\ntheirs\n");
        assertThat(content("worker.log")).isEqualTo("mine, today\ntheirs, today\ntheirs again\n");
        assertThat(names()).hasSize(2);
    }

    @Test
    void whoMayWriteToAFileMayWriteToTheNextOne() throws IOException {
        assumeTrue(path().getFileSystem().supportedFileAttributeViews().contains("posix"));
        start(Rotation.bySize(10, 2));
        write("line-0..");
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw-rw-"));

        write("line-1..");

        assertThat(content("worker.log.1")).isEqualTo("line-0..\n");
        assertThat(Files.getPosixFilePermissions(path())).isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    @Test
    void ofALinkTheFileIsRotatedThatItLeadsToAndTheLinkStays() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Files.createSymbolicLink(path(), Path.of("disk", "real.log"));
        start(Rotation.bySize(20, 2));

        for (int i = 0; i < 6; i++) {
            write("line-" + i + "..");
        }

        assertThat(names()).containsExactly("disk", "worker.log");
        assertThat(disk.resolve("real.log")).hasContent("line-4..\nline-5..\n");
        assertThat(disk.resolve("real.log.1")).hasContent("line-2..\nline-3..\n");
        assertThat(disk.resolve("real.log.2")).hasContent("line-0..\nline-1..\n");
    }

    @Test
    void aDeviceIsWrittenToAndNeverRotated() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        file = new RotatingFile(device, Rotation.bySize(1, 1), time, time, lost);

        assertThat(write("one") + write("two")).isEqualTo(2);
        assertThat(Files.exists(Path.of("/dev/null.1"))).isFalse();
    }
}
