package io.pixsim.logging.rolling;

import java.time.Duration;
import java.util.Map;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.diagnostics.Waits;
import io.pixsim.logging.encode.Line;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an appender on their way from its callers to its files, and what became of them. Safe for use by many threads.
 *
 * @param <T> where lines go
 */
final class WriteBehind<T> {

    private final String name;
    private final Backlog<T> lines;
    private final LineWriter<T> writer;
    private final WriterThread<T> thread;
    private final ReasonCounters<FileLoss> lost;
    private volatile boolean closed;
    private volatile @Nullable LastMoments lastMoments;

    WriteBehind(String name, long memory, LineWriter<T> writer, Duration gather, ReasonCounters<FileLoss> lost) {
        this.name = name;
        this.lines = new Backlog<>(memory);
        this.writer = writer;
        this.thread = new WriterThread<>(name, lines, writer, gather, lost);
        this.lost = lost;
    }

    void start() {
        thread.start();
    }

    void add(T target, Line line, boolean important) {
        added(lines.add(target, line, important), important);
    }

    void add(T target, byte[] line, boolean important) {
        added(lines.add(target, line, important), important);
    }

    private void added(boolean taken, boolean important) {
        if (!taken) {
            lose();
            return;
        }
        thread.ring(important);
        LastMoments held = lastMoments;
        if (held != null) {
            held.await();
        }
    }

    private void lose() {
        if (closed) {
            lost.add(FileLoss.CLOSED);
            return;
        }
        FileLoss reason = writer.trouble();
        lost.add(reason == null ? FileLoss.TOO_FAST : reason);
        Diagnostics.shared().trouble("appender " + name + " loses events: its files are not written fast enough");
    }

    void hurry() {
        thread.hurry();
    }

    void holdCallers() {
        lastMoments = new LastMoments(nanos -> {
            if (writer.trouble() == null) {
                thread.hurry();
                lines.awaitSettled(nanos);
            }
        });
    }

    DeliveryResult flush(Duration deadline) {
        if (lines.pending() == 0) {
            return DeliveryResult.NOTHING;
        }
        thread.hurry();
        boolean settled = lines.awaitSettled(Waits.nanos(deadline));
        return new DeliveryResult(0, settled ? 0 : lines.pending(), Map.of());
    }

    DeliveryResult close(Duration deadline) {
        closed = true;
        thread.close(deadline);
        return new DeliveryResult(0, lines.pending(), Map.of());
    }

    FileStats stats() {
        Map<FileLoss, Long> losses = lost.snapshot();
        long pending = lines.pending();
        long sum = losses.values().stream().mapToLong(Long::longValue).sum();
        return new FileStats(thread.written() + pending + sum, thread.written(), pending, losses, writer.openFiles());
    }
}
