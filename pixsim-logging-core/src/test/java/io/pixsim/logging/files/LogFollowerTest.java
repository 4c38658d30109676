package io.pixsim.logging.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    private static final Path NAME = Path.of("worker.jsonl");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private LogFiles logs;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        logs = LogFiles.in(folder);
        file = folder.resolve(NAME);
    }

    @Test
    void linesAreGivenWhenTheyAreWhole() throws IOException {
        append("old\n");
        try (LogFollower follower = logs.follow(NAME)) {
            assertThat(follower.poll()).isEmpty();
            append("ä".getBytes(UTF_8), 0, 1);
            assertThat(follower.poll()).isEmpty();
            append("ä".getBytes(UTF_8), 1, 1);
            append("b");
            assertThat(follower.poll()).isEmpty();
            append("c\r\nd\n\n");

            assertThat(rest(follower)).containsExactly("äbc", "d", "");
        }
    }

    @Test
    void followingBeginsWithTheTailAndWithALineThatIsBeingWritten() throws IOException {
        append("one\ntwo\nthr");
        try (LogFollower follower = logs.follow(NAME, 8);
                LogFollower fromEnd = logs.follow(NAME)) {
            append("ee\nfour\n");

            assertThat(rest(follower)).containsExactly("two", "three", "four");
            assertThat(rest(fromEnd)).containsExactly("three", "four");
        }
    }

    @Test
    void aLineWhoseBeginIsFarBackIsNotGivenInHalf() throws IOException {
        append("x".repeat(200_000));
        try (LogFollower follower = logs.follow(NAME)) {
            append("x\nnext\n");

            assertThat(rest(follower)).containsExactly("next");
        }
    }

    @Test
    void aFileMayComeLater() throws IOException {
        try (LogFollower follower = logs.follow(NAME)) {
            assertThat(follower.poll()).isEmpty();
            append("first\n");

            assertThat(rest(follower)).containsExactly("first");
            assertThat(follower.gaps()).isZero();
        }
    }

    @Test
    void aFileThatIsRenamedAndMadeAnewIsReadToItsEndFirst() throws IOException {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            append("b\n");
            Files.move(file, folder.resolve("worker.jsonl.1"));
            Files.writeString(folder.resolve("worker.jsonl.1"), "c\n", StandardOpenOption.APPEND);
            append("d\n");

            assertThat(rest(follower)).containsExactly("b", "c", "d");
            assertThat(follower.gaps()).isZero();
        }
    }

    @Test
    void theOldFileIsReadAsLongAsNothingIsInTheNewOne() throws IOException {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            Path renamed = Files.move(file, folder.resolve("worker.jsonl.1"));
            append("");
            assertThat(follower.poll()).isEmpty();
            Files.writeString(renamed, "b\n", StandardOpenOption.APPEND);
            assertThat(rest(follower)).containsExactly("b");
            append("c\n");

            assertThat(rest(follower)).containsExactly("c");
        }
    }

    @Test
    void rotationsBetweenTwoLooksAreCaughtUpWithAlsoCompressedOnes() throws IOException {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            append("b\n");
            Files.move(file, folder.resolve("worker.jsonl.3"));
            write("worker.jsonl.2.gz", TailTest.gzip("c\nd\n".getBytes(UTF_8)));
            write("worker.jsonl.1", "e\n".getBytes(UTF_8));
            append("f\n");

            assertThat(rest(follower)).containsExactly("b", "c", "d", "e", "f");
            assertThat(follower.gaps()).isZero();
        }
    }

    @Test
    void aFileThatWasCompressedAfterItWasReadIsNotReadAgain() throws IOException {
        append("a\nb\n");
        try (LogFollower follower = logs.follow(NAME, 100)) {
            assertThat(rest(follower)).containsExactly("a", "b");
            Files.delete(file);
            write("worker.2026-11-26.jsonl.gz", TailTest.gzip("before\n".getBytes(UTF_8)));
            write("worker.2026-11-27.jsonl.gz", TailTest.gzip("a\nb\n".getBytes(UTF_8)));
            append("c\n");

            assertThat(rest(follower)).containsExactly("c");
            assertThat(follower.gaps()).isZero();
        }
    }

    @Test
    void ofAFileThatIsCopiedAndCutTheCopyIsReadToItsEnd() throws IOException {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            append("b\nc");
            copyAndCut();
            append("c\nd\n");

            assertThat(rest(follower)).containsExactly("b", "cc", "d");
            assertThat(follower.gaps()).isZero();
        }
    }

    @Test
    void cutsBetweenTwoLooksAreNoticedHoweverLargeTheFileIsByThen() throws IOException {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            append("b\n");
            copyAndCut();
            append("c\n");
            copyAndCut();
            append("d, which is longer than all that was there before\n");

            assertThat(rest(follower)).containsExactly("b", "c", "d, which is longer than all that was there before");
            copyAndCut();
            assertThat(follower.poll()).isEmpty();
            append("e\n");
            copyAndCut();
            append("f\n");
            assertThat(rest(follower)).containsExactly("e", "f");
            assertThat(follower.gaps()).isZero();
        }
    }

    @Test
    void aCutWithoutACopyIsAGapAndTheHalfLineThatWasBeingWrittenIsNotGiven() throws IOException {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            append("ha");
            assertThat(follower.poll()).isEmpty();
            Files.write(file, new byte[0]);
            append("lf\nb\n");

            assertThat(rest(follower)).containsExactly("b");
            assertThat(follower.gaps()).isEqualTo(1);
            assertThat(follower.skippedLines()).isEqualTo(1);
        }
    }

    @Test
    void aFileThatWasDeletedAndMadeAnewIsAGap() throws IOException {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            append("b\nunfinished");
            assertThat(rest(follower)).containsExactly("b");
            Files.delete(file);
            append("c\n");

            assertThat(rest(follower)).containsExactly("c");
            assertThat(follower.gaps()).isEqualTo(1);
            assertThat(follower.skippedLines()).isEqualTo(1);
        }
    }

    @Test
    void aLineBeyondTheLimitIsPassedOverAndCounted() throws IOException {
        append("");
        try (LogFollower follower = logs.follow(NAME)) {
            append("x".repeat(LineBuffer.LONGEST + 100_000) + "\nnext\n");

            assertThat(rest(follower)).containsExactly("next");
            assertThat(follower.skippedLines()).isEqualTo(1);
        }
    }

    @Test
    void anInterruptLosesNoLine() throws Exception {
        append("a\n");
        try (LogFollower follower = logs.follow(NAME)) {
            append("b\n");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> follower.next(LONG)).isInstanceOf(InterruptedException.class);
            Thread.currentThread().interrupt();
            assertThatThrownBy(follower::poll).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
            Files.move(file, folder.resolve("worker.jsonl.1"));
            append("c\n");

            assertThat(rest(follower)).containsExactly("b", "c");
            assertThat(follower.gaps()).isZero();
        }
    }

    @Test
    void waitingEndsWithALineWithTheTimeoutAndWithClosing() throws Exception {
        append("");
        LogFollower follower = logs.follow(NAME);

        assertThat(follower.next(Duration.ofMillis(1))).isEmpty();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> append("line\n"));
        assertThat(follower.next(LONG)).contains("line");
        writer.join();

        FutureTask<Optional<String>> waiting =
                new FutureTask<>(() -> follower.next(Duration.ofSeconds(Long.MAX_VALUE)));
        Thread waiter = new Thread(waiting);
        waiter.start();
        follower.close();
        assertThat(waiting.get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(follower.poll()).isEmpty();
    }

    private static List<String> rest(LogFollower follower) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = follower.poll(); line.isPresent(); line = follower.poll()) {
            lines.add(line.get());
        }
        return lines;
    }

    /** As logrotate's copytruncate does. */
    private void copyAndCut() throws IOException {
        for (int i = 8; i >= 1; i--) {
            Path copy = folder.resolve("worker.jsonl." + i);
            if (Files.exists(copy)) {
                Files.move(copy, folder.resolve("worker.jsonl." + (i + 1)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(file, folder.resolve("worker.jsonl.1"));
        Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void append(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        append(bytes, 0, bytes.length);
    }

    private void append(byte[] bytes, int from, int length) {
        try (var stream = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }
}
