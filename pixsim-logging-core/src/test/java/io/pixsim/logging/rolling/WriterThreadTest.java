package io.pixsim.logging.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a writer's thread lives through. */
class WriterThreadTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Backlog<String> backlog = new Backlog<>(64L * Chunk.USUAL_SIZE);
    private final ReasonCounters<FileLoss> lost = new ReasonCounters<>(FileLoss.class);
    private final Recording writer = new Recording();

    private WriterThread<String> thread = new WriterThread<>("test", backlog, writer, Duration.ZERO, lost);

    @AfterEach
    void close() {
        assertThat(thread.close(LONG)).isTrue();
    }

    @Test
    void aWantOfMemoryCostsABatchAndNotTheThread() {
        writer.failure = new OutOfMemoryError("of a test");
        thread.start();
        add("lost\n");
        await(() -> lost.snapshot().getOrDefault(FileLoss.IO_FAILED, 0L) == 1);

        add("written\n");
        await(() -> thread.written() == 1);

        assertThat(writer.lines).containsExactly("written\n");
        assertThat(backlog.awaitSettled(LONG.toNanos())).isTrue();
    }

    @Test
    void anInterruptIsNoReasonToStop() {
        thread.start();
        add("before\n");
        await(() -> thread.written() == 1);

        Thread of = writer.by;
        assertThat(of).isNotNull();
        of.interrupt();
        await(() -> !of.isInterrupted());
        add("after\n");
        await(() -> thread.written() == 2);

        assertThat(writer.lines).containsExactly("before\n", "after\n");
    }

    @Test
    void aPauseEndsWhenLittleRoomIsLeft() {
        thread = new WriterThread<>("test", backlog, writer, LONG.multipliedBy(10), lost);
        thread.start();
        add("first\n");
        await(() -> thread.written() == 1);

        for (int i = 0; i < 32; i++) {
            add("x".repeat(Chunk.USUAL_SIZE));
        }

        await(() -> thread.written() > 1);
    }

    @Test
    void whatAWriterLeavesIsWrittenWithoutAPause() {
        thread = new WriterThread<>("test", backlog, writer, LONG.multipliedBy(10), lost);
        writer.leaves.set(3);
        add("first\n");
        add("second\n");
        thread.start();

        await(() -> thread.written() == 2 && writer.leaves.get() == 0);

        assertThat(backlog.awaitSettled(LONG.toNanos())).isTrue();
        assertThat(writer.lines).containsExactly("first\n", "second\n");
    }

    @Test
    void whatAWriterLeavesIsWrittenBeforeItIsClosed() {
        writer.leaves.set(3);
        add("last\n");
        thread.start();

        assertThat(thread.close(LONG)).isTrue();

        assertThat(writer.lines).containsExactly("last\n");
        assertThat(backlog.pending()).isZero();
    }

    @Test
    void whoClosesItInterruptedWaitsNevertheless() {
        thread.start();
        add("last\n");
        Thread.currentThread().interrupt();

        boolean closed = thread.close(LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(closed).isTrue();
        assertThat(writer.lines).containsExactly("last\n");
    }

    @Test
    void aDeadlineMayBeForEver() {
        thread.start();

        assertThat(thread.close(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
    }

    private void add(String line) {
        assertThat(backlog.add("file", line.getBytes(UTF_8), false)).isTrue();
        thread.ring(false);
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - start < LONG.toNanos()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** Fails once, if it is to, or leaves what it has for so many more calls. */
    private static final class Recording implements LineWriter<String> {

        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final List<Chunk<String>> left = new ArrayList<>();
        private volatile @Nullable Error failure;
        private final AtomicInteger leaves = new AtomicInteger();
        private volatile @Nullable Thread by;

        @Override
        public int write(List<Chunk<String>> batch, BooleanSupplier patience) {
            by = Thread.currentThread();
            Error fails = failure;
            if (fails != null) {
                failure = null;
                throw fails;
            }
            left.addAll(batch);
            if (leaves.get() > 0) {
                leaves.decrementAndGet();
                return 0;
            }
            int count = 0;
            for (Chunk<String> chunk : left) {
                for (int i = 0; i < chunk.lines(); i++, count++) {
                    lines.add(new String(chunk.bytes(), chunk.start(i), chunk.end(i) - chunk.start(i), UTF_8));
                }
                chunk.done(chunk.lines());
            }
            left.clear();
            return count;
        }

        @Override
        public boolean isBehind() {
            return !left.isEmpty();
        }

        @Override
        public void tick() {}

        @Override
        public void close() {}

        @Override
        public int openFiles() {
            return 0;
        }

        @Override
        public @Nullable FileLoss trouble() {
            return null;
        }
    }
}
