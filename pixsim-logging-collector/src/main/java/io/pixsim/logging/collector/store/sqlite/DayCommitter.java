package io.pixsim.logging.collector.store.sqlite;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.Committer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Commits to the file of the day, and goes on to the next one when the day is over. Used by one thread. */
final class DayCommitter implements Committer {

    /** The part of SQLite's codes that tells the kind; the rest tells more of it. */
    private static final int PRIMARY_CODE = 0xff;

    private final DayFiles files;
    private final Clock clock;
    private @Nullable DayWriter writer;

    DayCommitter(DayFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Appended> commit(List<Append> requests) throws SQLException {
        return writerOfToday().commit(requests);
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DayWriter current = writer;
        if (current != null && !current.day().isBefore(today)) {
            return current;
        }
        close();
        DayWriter next = DayWriter.open(files, files.forArrival(today));
        writer = next;
        return next;
    }

    @Override
    public void close() throws SQLException {
        DayWriter old = writer;
        writer = null;
        if (old != null) {
            old.close();
        }
    }
}
