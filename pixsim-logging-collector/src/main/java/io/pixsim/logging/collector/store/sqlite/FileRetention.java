package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.StoreSize;
import io.pixsim.logging.collector.store.sql.Where;
import io.pixsim.logging.diagnostics.Diagnostics;

/**
 * Deletes what rules keep no longer, day by day: a file of which nothing is kept is unlinked. Of one of which a part is kept,
 * that part is written into a file of its own, which then takes its place: it is what is kept that costs time, which is
 * little, not what is deleted.
 */
final class FileRetention implements AutoCloseable {

    private final DayFiles files;
    private final DayCommitter committer;
    private final Runnable unsealed;
    private volatile boolean closed;

    /** Deletes from files, of which it lets the newest end; tells someone when there is a file that lacks indexes. */
    FileRetention(DayFiles files, DayCommitter committer, Runnable unsealed) {
        this.files = files;
        this.committer = committer;
        this.unsealed = unsealed;
    }

    /** What is over goes first, and what there is no room for: the rest takes room itself, and time. */
    synchronized Retained apply(RetentionRules rules, LocalDate today) throws SQLException, IOException {
        endDay();
        List<LocalDate> gone = new ArrayList<>();
        for (DayFile file : files.older()) {
            if (!closed && rules.isOver(daysSince(file, today))) {
                delete(file, gone);
            }
        }
        makeRoom(rules.maxBytes(), gone);
        long entries = 0;
        for (DayFile file : files.older()) {
            long passed = daysSince(file, today);
            if (!closed && !rules.isWhole(passed)) {
                entries += tryToSortOut(file, KeptEntries.of(rules, passed), gone);
            }
        }
        gone.sort(null);
        return new Retained(gone, entries);
    }

    /** On a full disk there may be no new file before old ones are deleted. */
    private void endDay() {
        if (closed) {
            return;
        }
        try {
            committer.endDay();
        } catch (SQLException e) {
            Diagnostics.shared().trouble("no file for a new day: " + e.getMessage());
        }
    }

    private long daysSince(DayFile file, LocalDate today) {
        return ChronoUnit.DAYS.between(files.arrival(file, today), today);
    }

    private void makeRoom(long maxBytes, List<LocalDate> gone) throws SQLException, IOException {
        if (closed || maxBytes == RetentionRules.ANY_SIZE) {
            return;
        }
        long bytes =
                files.size().days().stream().mapToLong(StoreSize.Day::bytes).sum();
        for (DayFile file : files.older()) {
            if (bytes <= maxBytes) {
                return;
            }
            bytes -= file.size().bytes();
            delete(file, gone);
        }
    }

    private void delete(DayFile file, List<LocalDate> gone) throws SQLException, IOException {
        files.delete(file);
        gone.add(file.day());
    }

    /** A day that can't be sorted out now keeps no other one from it, and may be the next time. */
    private long tryToSortOut(DayFile file, Where kept, List<LocalDate> gone) {
        try {
            return sortOut(file, kept, gone);
        } catch (SQLException | IOException | RuntimeException e) {
            Diagnostics.shared().trouble("not sorted out: " + file.path() + ": " + e.getMessage());
            return 0;
        }
    }

    /** Gives how many entries are gone of a day of which something is left. */
    private long sortOut(DayFile file, Where kept, List<LocalDate> gone) throws SQLException, IOException {
        boolean isDone = kept.toString().equals(file.state().kept());
        if (isDone || file.damage().isPresent() || !DayRewrite.isNeeded(file, kept)) {
            return 0;
        }
        long before = file.size().entries();
        Optional<DayFile> rest;
        try {
            rest = DayRewrite.of(file, files.folder(), kept, () -> closed);
        } catch (SQLException e) {
            if (closed) {
                return 0;
            }
            throw e;
        }
        if (rest.isEmpty()) {
            delete(file, gone);
            return 0;
        }
        files.replace(file, rest.get());
        unsealed.run();
        return before - rest.get().size().entries();
    }

    /** Leaves off, and waits until that is so. */
    @Override
    public void close() {
        closed = true;
        awaitEnd();
    }

    private synchronized void awaitEnd() {
        // who is at it holds the lock
    }
}
