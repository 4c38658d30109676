package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.Committer;
import io.pixsim.logging.diagnostics.Diagnostics;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Commits to the file of the day, and goes on to the next one when the day is over. One thread commits. */
final class DayCommitter implements Committer {

    /** The part of SQLite's codes that tells the kind; the rest tells more of it. */
    private static final int PRIMARY_CODE = 0xff;

    private final DayFiles files;
    private final Clock clock;
    private final Runnable newDay;
    private @Nullable DayWriter writer;

    /** Tells someone when it begins a new day. */
    DayCommitter(DayFiles files, Clock clock, Runnable newDay) {
        this.files = files;
        this.clock = clock;
        this.newDay = newDay;
    }

    @Override
    public synchronized List<Appended> commit(List<Append> requests) throws SQLException, IOException {
        DayFile newest = files.newest();
        if (newest != null && newest.damage().isPresent()) {
            setAside(newest);
        }
        try {
            return writerOfToday().commit(requests, clock.instant());
        } catch (SQLException e) {
            DayFile written = files.newest();
            if (written == null || !Damage.isMeantBy(e)) {
                throw e;
            }
            setAside(written);
            return writerOfToday().commit(requests, clock.instant());
        }
    }

    /** Lets the last day end when it is over, though nothing has come since. */
    synchronized void endDay() throws SQLException {
        DayFile newest = files.newest();
        if (newest == null || !files.takes(newest, today())) {
            close();
            files.forArrival(today());
            newDay.run();
        }
    }

    /** A file that is damaged stays so: the day goes on in another one. */
    private void setAside(DayFile file) throws SQLException, IOException {
        try {
            close();
        } catch (SQLException ignored) {
            // it is damaged, which is known
        }
        files.setAside(file);
        Diagnostics.shared().trouble("set aside, since it can't be read: " + file.path());
    }

    @Override
    public boolean mayBeOfOne(Throwable failure) {
        if (failure instanceof SQLiteException sqlite) {
            int code = sqlite.getResultCode().code & PRIMARY_CODE;
            return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                    || code == SQLiteErrorCode.SQLITE_TOOBIG.code
                    || code == SQLiteErrorCode.SQLITE_MISMATCH.code;
        }
        return !(failure instanceof SQLException);
    }

    private DayWriter writerOfToday() throws SQLException {
        LocalDate today = today();
        DayWriter current = writer;
        if (current != null && files.takes(current.file(), today)) {
            return current;
        }
        close();
        DayWriter next = DayWriter.open(files, files.forArrival(today));
        writer = next;
        newDay.run();
        return next;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public synchronized void close() throws SQLException {
        DayWriter old = writer;
        writer = null;
        if (old != null) {
            old.close();
        }
    }
}
