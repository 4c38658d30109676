package io.pixsim.logging.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.diagnostics.FileLoss;
import org.junit.jupiter.api.Test;

/** What happens to a file while it is written to. */
class RotatingFileFaultsTest extends RotatingFileFixture {

    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

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
    void aFileThatIsRemovedIsMissedWhenTheNextLinesWereGathered() throws IOException {
        start(Rotation.NONE);
        write("before");
        Files.delete(path());
        time.pass(WritingAppender.DEFAULT_GATHER);

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
    void linesThatNoPatienceIsLeftForAreCountedByTheReason() throws IOException {
        Path blocked = Files.writeString(folder.resolve("no-folder"), "");
        file = new RotatingFile(blocked.resolve("worker.log"), Rotation.NONE, time, time, lost);

        int written = file.write(List.of(chunk(file, "one", "two")), () -> false);

        assertThat(written).isZero();
        assertThat(lost.snapshot()).containsOnlyKeys(FileLoss.NOT_WRITABLE).containsValue(2L);
        assertThat(file.trouble()).isEqualTo(FileLoss.NOT_WRITABLE);
    }

    @Test
    void aMistakeWhileAFaultIsDealtWithCostsOnlyWhatIsLeft() throws IOException {
        Path blocked = Files.writeString(folder.resolve("no-folder"), "");
        file = new RotatingFile(blocked.resolve("worker.log"), Rotation.NONE, time, time, lost);
        AtomicInteger tries = new AtomicInteger();

        int written = file.write(List.of(chunk(file, "one"), chunk(file, "two"), chunk(file, "three")), () -> {
            return switch (tries.incrementAndGet()) {
                case 1 -> false;
                case 2 -> throw new IllegalStateException("of a test");
                default -> delete(blocked);
            };
        });

        assertThat(written).isEqualTo(1);
        assertThat(lost.snapshot())
                .containsOnly(Map.entry(FileLoss.NOT_WRITABLE, 1L), Map.entry(FileLoss.IO_FAILED, 1L));
        assertThat(Files.readString(blocked.resolve("worker.log"))).isEqualTo("three\n");
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

    private static boolean delete(Path path) {
        try {
            Files.delete(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aLineThatAnotherProcessLeftUnfinishedIsEndedFirst() throws IOException {
        start(Rotation.NONE);
        write("mine");
        Files.writeString(path(), "{\"msg\":\"who", StandardOpenOption.APPEND);

        write("mine again");

        assertThat(content("worker.log")).isEqualTo("mine\n{\"msg\":\"who\nmine again\n");
    }

    @Test
    void anInterruptedWriterWritesOn() throws IOException {
        start(Rotation.NONE);
        write("before");
        Thread.currentThread().interrupt();

        int written = file.write(List.of(chunk(file, "after")), () -> true);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(written).isEqualTo(1);
        assertThat(content("worker.log")).isEqualTo("before\nafter\n");
    }
}
