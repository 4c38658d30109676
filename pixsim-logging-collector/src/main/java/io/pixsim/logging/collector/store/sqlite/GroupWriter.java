package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.LibraryThread;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one thread that writes. What waits while a commit is under way shares the next one; each request is answered after its
 * commit. A request that can't be stored costs no other one.
 */
final class GroupWriter implements AutoCloseable {

    /** The part of SQLite's codes that tells the kind; the rest tells more of it. */
    private static final int PRIMARY_CODE = 0xff;

    private final DayFiles files;
    private final AppendQueue queue;
    private final Clock clock;
    private final Runnable newDay;
    private final Thread thread = new LibraryThread("collector-writer", this::run);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable String trouble;
    private @Nullable DayWriter writer;

    /** Writes what waits; tells someone when it begins a new day. */
    GroupWriter(DayFiles files, AppendQueue queue, Clock clock, Runnable newDay) {
        this.files = files;
        this.queue = queue;
        this.clock = clock;
        this.newDay = newDay;
    }

    void start() {
        thread.start();
    }

    void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /** Why the last commit failed, if it did. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        try {
            for (List<AppendQueue.Waiting> group = queue.take(); !group.isEmpty(); group = queue.take()) {
                store(group);
                queue.done(group);
            }
        } catch (InterruptedException e) {
            queue.close();
        }
        closeWriter();
    }

    private void store(List<AppendQueue.Waiting> group) {
        List<Appended> answers;
        try {
            answers = writerOfToday()
                    .commit(group.stream().map(AppendQueue.Waiting::append).toList());
        } catch (SQLException | RuntimeException | Error e) { // whatever it is, others wait for this thread
            if (isSetAside(e)) {
                store(group);
            } else if (group.size() > 1 && mayBeOfOne(e)) {
                group.forEach(request -> store(List.of(request)));
            } else {
                group.forEach(request -> fail(request, e));
            }
            return;
        }
        trouble = null;
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
        listeners.forEach(GroupWriter::tell);
    }

    /** A file that is damaged stays so: the day goes on in another one. */
    private boolean isSetAside(Throwable e) {
        DayFile newest = files.newest();
        if (newest == null || !Damage.isMeantBy(e)) {
            return false;
        }
        closeWriter();
        try {
            files.setAside(newest);
        } catch (SQLException | IOException failed) {
            return false;
        }
        Diagnostics.shared().trouble("set aside, since it can't be read: " + newest.path());
        return true;
    }

    /** Whether it may come from what one request holds. A disk that is full or locked is so for all, and each try costs time. */
    private static boolean mayBeOfOne(Throwable e) {
        if (e instanceof SQLiteException sqlite) {
            int code = sqlite.getResultCode().code & PRIMARY_CODE;
            return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                    || code == SQLiteErrorCode.SQLITE_TOOBIG.code
                    || code == SQLiteErrorCode.SQLITE_MISMATCH.code;
        }
        return !(e instanceof SQLException);
    }

    /** What is stored is stored, whatever becomes of those who are told. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            Diagnostics.shared().trouble("a listener of the collector's store failed: " + e);
        }
    }

    /** The writer may be what is broken, so the next request gets a new one. */
    private void fail(AppendQueue.Waiting request, Throwable e) {
        closeWriter();
        trouble = String.valueOf(e.getMessage());
        request.answer().completeExceptionally(new StoreException("not stored: " + e.getMessage(), e));
    }

    private DayWriter writerOfToday() throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DayWriter current = writer;
        if (current != null && !current.day().isBefore(today)) {
            return current;
        }
        closeWriter();
        DayWriter next = DayWriter.open(files, files.forArrival(today));
        writer = next;
        newDay.run();
        return next;
    }

    private void closeWriter() {
        DayWriter old = writer;
        writer = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (SQLException e) {
            trouble = String.valueOf(e.getMessage());
        }
    }

    /** Stores what waits, and ends. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) { // what was taken has to be stored all the same
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
