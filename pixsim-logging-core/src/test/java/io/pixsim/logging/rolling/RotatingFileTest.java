package io.pixsim.logging.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real files, with a clock of its own. */
class RotatingFileTest {

    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

    private final TestTime time = new TestTime("2026-11-27T23:00:00");
    private final ReasonCounters<FileLoss> lost = new ReasonCounters<>(FileLoss.class);

    @TempDir
    Path folder;

    private RotatingFile file;

    @AfterEach
    void close() {
        file.close();
    }

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
    void aFileThatIsRemovedIsMadeAnew() throws IOException {
        start(Rotation.NONE);
        write("before");
        Files.delete(path());
        time.pass(NEXT_LOOK);

        write("after");

        assertThat(content("worker.log")).isEqualTo("after\n");
    }

    @Test
    void aFileThatAnotherToolRotatedIsLetGo() throws IOException {
        start(Rotation.NONE);
        write("before");
        Files.move(path(), folder.resolve("worker.log-20261127"));
        Files.createFile(path());
        time.pass(NEXT_LOOK);

        write("after");

        assertThat(content("worker.log")).isEqualTo("after\n");
        assertThat(content("worker.log-20261127")).isEqualTo("before\n");
    }

    @Test
    void aFileThatIsCutInPlaceIsWrittenOnFromItsBeginning() throws IOException {
        start(Rotation.NONE);
        write("before");
        Files.write(path(), new byte[0]);

        write("after");

        assertThat(content("worker.log")).isEqualTo("after\n");
    }

    @Test
    void aFolderThatIsRemovedIsMadeAnew() throws IOException {
        Path deep = folder.resolve("a/b/worker.log");
        file = new RotatingFile(deep, Rotation.NONE, time, time, lost);
        write("before");
        Files.delete(deep);
        Files.delete(folder.resolve("a/b"));
        time.pass(NEXT_LOOK);

        write("after");

        assertThat(Files.readString(deep)).isEqualTo("after\n");
    }

    @Test
    void aLineThatACrashCutOffIsEndedFirst() throws IOException {
        Files.writeString(path(), "{\"msg\":\"who");
        start(Rotation.NONE);

        write("whole");

        assertThat(content("worker.log")).isEqualTo("{\"msg\":\"who\nwhole\n");
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
    void linesThatNoPatienceIsLeftForAreCountedByTheReason() throws IOException {
        Path blocked = Files.writeString(folder.resolve("no-folder"), "");
        file = new RotatingFile(blocked.resolve("worker.log"), Rotation.NONE, time, time, lost);

        int written = file.write(List.of(chunk(file, "one", "two")), () -> false);

        assertThat(written).isZero();
        assertThat(lost.snapshot()).containsOnlyKeys(FileLoss.NOT_WRITABLE).containsValue(2L);
        assertThat(file.trouble()).isEqualTo(FileLoss.NOT_WRITABLE);
    }

    @Test
    void writingResumesWhenTheFaultEnds() throws IOException {
        Path blocked = Files.writeString(folder.resolve("no-folder"), "");
        file = new RotatingFile(blocked.resolve("worker.log"), Rotation.NONE, time, time, lost);

        int written = file.write(List.of(chunk(file, "one", "two")), () -> delete(blocked));

        assertThat(written).isEqualTo(2);
        assertThat(Files.readString(blocked.resolve("worker.log"))).isEqualTo("one\ntwo\n");
        assertThat(lost.snapshot()).isEmpty();
        assertThat(file.trouble()).isNull();
    }

    @Test
    void aDeviceIsWrittenToAndNeverRotated() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        file = new RotatingFile(device, Rotation.bySize(1, 1), time, time, lost);

        assertThat(write("one") + write("two")).isEqualTo(2);
        assertThat(Files.exists(Path.of("/dev/null.1"))).isFalse();
    }

    @Test
    void oldFilesArePackedThenDeletedAndNothingElseIs() throws IOException {
        age(Files.writeString(folder.resolve("worker.log.2026-11-26"), "of yesterday\n"), 1);
        age(Files.writeString(folder.resolve("worker.log.2026-10-01.gz"), "old"), 57);
        age(Files.writeString(folder.resolve("worker.log.old"), "not ours"), 400);
        age(Files.writeString(folder.resolve("other.log.2026-10-01"), "not ours"), 400);
        start(Rotation.daily(30));

        new Housekeeping(path(), Rotation.daily(30), time::instant).run();

        assertThat(names()).containsExactly("other.log.2026-10-01", "worker.log.2026-11-26.gz", "worker.log.old");
    }

    @Test
    void theOldestGoFirstWhenTheyAreTooManyOrTooLarge() throws IOException {
        for (int day = 1; day <= 4; day++) {
            age(Files.writeString(folder.resolve("worker.log.2026-11-0" + (5 - day)), "x".repeat(10)), day);
        }
        start(Rotation.NONE);

        new Housekeeping(path(), new Rotation(Rotation.Every.DAY, 0, 3, Duration.ZERO, 25, false), time::instant).run();

        assertThat(names()).containsExactly("worker.log.2026-11-03", "worker.log.2026-11-04");
    }

    @Test
    void settingTheClockForwardDeletesNothing() throws IOException {
        age(Files.writeString(folder.resolve("worker.log.2026-11-26.gz"), "packed"), 1);
        start(Rotation.NONE);
        SteadyTime steady = new SteadyTime(time, time);
        time.set("2036-01-01T00:00:00");

        new Housekeeping(path(), Rotation.daily(30), steady).run();

        assertThat(names()).containsExactly("worker.log.2026-11-26.gz");
    }

    private void start(Rotation rotation) {
        file = new RotatingFile(path(), rotation, time, time, lost);
    }

    private int write(String... lines) throws IOException {
        return write(file, lines);
    }

    private int write(RotatingFile to, String... lines) throws IOException {
        int written = to.write(List.of(chunk(to, lines)), () -> false);
        if (Files.exists(path())) {
            Files.setLastModifiedTime(path(), FileTime.from(time.instant()));
        }
        return written;
    }

    private static Chunk<RotatingFile> chunk(RotatingFile to, String... lines) {
        Chunk<RotatingFile> chunk = new Chunk<>(Chunk.USUAL_SIZE);
        for (String line : lines) {
            chunk.add(to, (line + "\n").getBytes(UTF_8));
        }
        return chunk;
    }

    private void age(Path of, int days) throws IOException {
        Files.setLastModifiedTime(of, FileTime.from(time.instant().minus(Duration.ofDays(days))));
    }

    private static boolean delete(Path path) {
        try {
            Files.delete(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path path() {
        return folder.resolve("worker.log");
    }

    private String content(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
