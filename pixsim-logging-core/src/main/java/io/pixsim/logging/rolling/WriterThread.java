package io.pixsim.logging.rolling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.diagnostics.Waits;

/**
 * Takes what callers left in a backlog and has it written. A line that comes after a pause is taken at once; after that,
 * what comes within some milliseconds is taken together, so that a busy program does not pay for a system call with each
 * event. A warning, an error, a flush, or a backlog that fills ends the pause. Nothing but its close ends the thread.
 *
 * @param <T> where lines go
 */
final class WriterThread<T> {

    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    private static final long BEFORE_NEXT_TRY = TimeUnit.MILLISECONDS.toNanos(250);

    private final Backlog<T> backlog;
    private final LineWriter<T> writer;
    private final long pauseNanos;
    private final ReasonCounters<FileLoss> lost;
    private final LongAdder written = new LongAdder();
    private final LibraryThread thread;
    private volatile boolean sleeping;
    private volatile boolean hurried;
    private volatile boolean closing;
    private volatile long closeAt;

    WriterThread(String name, Backlog<T> backlog, LineWriter<T> writer, Duration pause, ReasonCounters<FileLoss> lost) {
        this.backlog = backlog;
        this.writer = writer;
        this.pauseNanos = pause.toNanos();
        this.lost = lost;
        this.thread = new LibraryThread(name, this::run);
    }

    void start() {
        thread.start();
    }

    /** Tells that something was added. */
    void ring(boolean urgent) {
        if (sleeping) {
            sleeping = false;
            LockSupport.unpark(thread);
        } else if (urgent || backlog.isPressing()) {
            hurry();
        }
    }

    /** Ends a pause. */
    void hurry() {
        if (!hurried) {
            hurried = true;
            LockSupport.unpark(thread);
        }
    }

    /** Writes what there is within the deadline, closes the files, and gives whether that was achieved. */
    boolean close(Duration deadline) {
        closeAt = System.nanoTime() + Waits.nanos(deadline);
        closing = true;
        LockSupport.unpark(thread);
        Waits.join(thread, closeAt - System.nanoTime());
        return !thread.isAlive();
    }

    long written() {
        return written.sum();
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = turn();
            } catch (Throwable e) { // a mistake of ours, or a want of memory, must not end the thread
                IoTrouble.tell("files", "can't be written at the moment", e);
                LockSupport.parkNanos(this, BEFORE_NEXT_TRY);
            }
            Thread.interrupted(); // whoever interrupts all threads does not mean this one
        }
    }

    private boolean turn() {
        List<Chunk<T>> batch = backlog.take();
        if (!batch.isEmpty() || writer.isBehind()) {
            write(batch);
            guarded(writer::tick);
            pause();
            return true;
        }
        if (closing && backlog.closeIfEmpty()) {
            guarded(writer::close);
            return false;
        }
        sleep();
        guarded(writer::tick);
        return true;
    }

    private void write(List<Chunk<T>> batch) {
        try {
            written.add(writer.write(batch, this::mayTryAgain));
        } catch (Throwable e) { // as above
            lost.add(FileLoss.IO_FAILED, backlog.giveUp());
            IoTrouble.tell("a file", "could not be written", e);
        } finally {
            backlog.settle();
        }
    }

    private void pause() {
        if (!hurried && !closing && !writer.isBehind() && !backlog.isPressing()) {
            LockSupport.parkNanos(this, pauseNanos);
        }
        hurried = false;
    }

    private void sleep() {
        sleeping = true;
        if (backlog.isEmpty() && !closing) {
            LockSupport.parkNanos(this, TICK);
        }
        sleeping = false;
    }

    private boolean mayTryAgain() {
        long wait = BEFORE_NEXT_TRY;
        if (closing) {
            wait = Math.min(wait, closeAt - System.nanoTime());
        }
        if (wait <= 0) {
            return false;
        }
        LockSupport.parkNanos(this, wait);
        return true;
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) { // as above
            IoTrouble.tell("files", "could not be looked after", e);
        }
    }
}
