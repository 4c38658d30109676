package io.pixsim.logging.collector.store.sqlite;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.diagnostics.Waits;

/**
 * Gives each day that is done with its remaining indexes, on a thread of its own, one day at a time. Nobody waits for it: the
 * file is not written any more by others, and those who read see it as it was until it is complete. Told to close in the
 * midst, it leaves off, and begins that part again the next time.
 */
final class Sealer implements AutoCloseable {

    private final DayFiles files;
    private final BooleanSupplier othersWait;
    private final Thread thread = new LibraryThread("collector-sealer", this::run);
    private final Set<LocalDate> failed = new HashSet<>();
    private boolean due = true;
    private volatile boolean closed;

    /** Seals files; gives way while others wait for the disk. */
    Sealer(DayFiles files, BooleanSupplier othersWait) {
        this.files = files;
        this.othersWait = othersWait;
    }

    void start() {
        thread.start();
    }

    /** There may be a day that is done with. */
    synchronized void look() {
        due = true;
        notifyAll();
    }

    private synchronized boolean isTold() throws InterruptedException {
        while (!due && !closed) {
            wait();
        }
        due = false;
        return !closed;
    }

    private void run() {
        try {
            DayFile newest = files.newest();
            if (newest != null) {
                addBlocks(newest);
            }
            while (isTold()) {
                files.older().forEach(this::seal);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** To the day that lasts; one that is over needs none as soon as it is sealed. */
    private void addBlocks(DayFile file) {
        if (file.missingBlocks().isEmpty()) {
            return;
        }
        try (MissingBlocks blocks = MissingBlocks.of(file, () -> closed, othersWait)) {
            blocks.make(file.missingBlocks());
        } catch (SQLException | RuntimeException e) {
            if (isFailure(file)) {
                Diagnostics.shared().trouble("no blocks for searches: " + file.path() + ": " + e.getMessage());
            }
        }
    }

    private void seal(DayFile file) {
        if (closed || file.state().sealed() || failed.contains(file.day())) {
            return;
        }
        try (Sealing sealing = Sealing.of(file, () -> closed, othersWait)) {
            sealing.run();
        } catch (SQLException | RuntimeException e) {
            if (isFailure(file)) {
                failed.add(file.day()); // until the next start: it is slower to ask, and all there
                Diagnostics.shared().trouble("not sealed: " + file.path() + ": " + e.getMessage());
            }
        }
    }

    /** A file that retention has deleted or replaced is no failure, nor is one that is left off. */
    private boolean isFailure(DayFile file) {
        return !closed && files.all().contains(file);
    }

    /** Leaves off. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        Waits.join(thread, Long.MAX_VALUE);
    }
}
