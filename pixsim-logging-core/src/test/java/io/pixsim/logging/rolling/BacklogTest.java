package io.pixsim.logging.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final long ROOM = 8L * Chunk.USUAL_SIZE;

    private final Backlog<String> backlog = new Backlog<>(ROOM);

    @Test
    void linesAreTakenInTheOrderInWhichTheyCame() {
        for (int i = 0; i < 1000; i++) {
            backlog.add("file", ("line " + i + "\n").getBytes(UTF_8), false);
        }

        assertThat(lines(backlog.take())).hasSize(1000).startsWith("line 0\n").endsWith("line 999\n");
        assertThat(backlog.take()).isEmpty();
    }

    @Test
    void theLastEighthIsForWarnings() {
        byte[] line = new byte[Chunk.USUAL_SIZE];
        int taken = 0;
        while (backlog.add("file", line, false)) {
            taken++;
        }

        assertThat(taken).isEqualTo(7);
        assertThat(backlog.add("file", line, true)).isTrue();
        assertThat(backlog.add("file", line, true)).isFalse();
        assertThat(backlog.pending()).isEqualTo(8);
    }

    @Test
    void whatIsSettledMakesRoom() {
        byte[] line = new byte[Chunk.USUAL_SIZE];
        fill(line);
        List<Chunk<String>> taken = backlog.take();

        assertThat(backlog.add("file", line, true)).isFalse();
        settle(taken);

        assertThat(backlog.pending()).isZero();
        assertThat(backlog.add("file", line, true)).isTrue();
    }

    @Test
    void aChunkOfWhichALineIsLeftKeepsItsRoom() {
        fill(new byte[Chunk.USUAL_SIZE / 2]);
        List<Chunk<String>> taken = backlog.take();
        Chunk<String> last = taken.get(7);
        last.done(1);
        backlog.settle();

        assertThat(backlog.pending()).isEqualTo(15);
        assertThat(backlog.add("file", new byte[1], true)).isFalse();
        last.done(1);
        backlog.settle();

        assertThat(backlog.pending()).isEqualTo(14);
        assertThat(backlog.add("file", new byte[1], true)).isTrue();
    }

    @Test
    void whatIsGivenUpIsSettled() {
        for (int i = 0; i < 10; i++) {
            backlog.add("file", new byte[1], false);
        }
        backlog.take().get(0).done(3);

        assertThat(backlog.giveUp()).isEqualTo(7);
        backlog.settle();

        assertThat(backlog.pending()).isZero();
        assertThat(backlog.awaitSettled(1)).isTrue();
    }

    @Test
    void whoWaitsDoesNotTakeLaterLinesForItsOwn() throws InterruptedException {
        backlog.add("file", "early\n".getBytes(UTF_8), false);
        Chunk<String> early = backlog.take().get(0);
        AtomicBoolean wasWritten = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            backlog.awaitSettled(TimeUnit.SECONDS.toNanos(30));
            wasWritten.set(early.left() == 0);
        });
        waiting.start();
        awaitWaiting(waiting);

        backlog.add("file", "late\n".getBytes(UTF_8), false);
        backlog.take().get(0).done(1);
        backlog.settle();
        awaitWaiting(waiting);
        early.done(1);
        backlog.settle();
        waiting.join();

        assertThat(wasWritten).isTrue();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void settle(List<Chunk<String>> taken) {
        taken.forEach(chunk -> chunk.done(chunk.lines()));
        backlog.settle();
    }

    @Test
    void aLineLargerThanAChunkIsTakenWhole() {
        byte[] large = "x".repeat(3 * Chunk.USUAL_SIZE).getBytes(UTF_8);

        assertThat(backlog.add("file", large, false)).isTrue();
        assertThat(backlog.add("file", "next\n".getBytes(UTF_8), false)).isTrue();

        assertThat(lines(backlog.take())).containsExactly("x".repeat(3 * Chunk.USUAL_SIZE), "next\n");
    }

    @Test
    void whoWaitsIsToldWhenTimeIsUp() {
        backlog.add("file", "never taken\n".getBytes(UTF_8), false);

        assertThat(backlog.awaitSettled(1)).isFalse();
    }

    @Test
    void anInterruptIsKeptAndEndsNoWait() throws InterruptedException {
        backlog.add("file", "written late\n".getBytes(UTF_8), false);
        AtomicBoolean settled = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            Thread.currentThread().interrupt();
            settled.set(backlog.awaitSettled(TimeUnit.SECONDS.toNanos(30)));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        awaitWaiting(waiting);

        settle(backlog.take());
        waiting.join();

        assertThat(settled).isTrue();
        assertThat(interrupted).isTrue();
    }

    private void fill(byte[] line) {
        boolean taken = true;
        while (taken) {
            taken = backlog.add("file", line, true);
        }
    }

    private static List<String> lines(List<Chunk<String>> chunks) {
        List<String> lines = new ArrayList<>();
        for (Chunk<String> chunk : chunks) {
            for (int i = 0; i < chunk.lines(); i++) {
                lines.add(new String(chunk.bytes(), chunk.start(i), chunk.end(i) - chunk.start(i), UTF_8));
            }
        }
        return lines;
    }

    @Test
    void whatComesAfterItWasClosedIsRefused() {
        backlog.add("file", "before".getBytes(UTF_8), false);

        assertThat(backlog.closeIfEmpty()).isFalse();
        settle(backlog.take());

        assertThat(backlog.closeIfEmpty()).isTrue();
        assertThat(backlog.add("file", "after".getBytes(UTF_8), true)).isFalse();
        assertThat(backlog.pending()).isZero();
    }

    @Test
    void fromAQuarterOfItsRoomOnItPresses() {
        byte[] line = new byte[Chunk.USUAL_SIZE];
        backlog.add("file", line, false);
        backlog.add("file", line, false);
        assertThat(backlog.isPressing()).isFalse();

        backlog.add("file", line, false);
        assertThat(backlog.isPressing()).isTrue();
        settle(backlog.take());

        assertThat(backlog.isPressing()).isFalse();
    }
}
