package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Writes into the file of one day. Used by one thread. */
final class DayWriter implements AutoCloseable {

    private static final long CLOCKS_DIFFER_BY = TimeUnit.HOURS.toMicros(1);

    private final DayFiles files;
    private final DayFile file;
    private final Connection connection;
    private final Inserts inserts;
    private final PreparedStatement insertBatch;
    private final RecentIdsWriter ids;
    private @Nullable Tally tally;
    private @Nullable BlockWriter blocks;
    private long nowMicros;

    private DayWriter(DayFiles files, DayFile file, Connection connection) throws SQLException {
        this.files = files;
        this.file = file;
        this.connection = connection;
        this.inserts = new Inserts(connection);
        this.ids = RecentIdsWriter.of(file, connection);
        this.insertBatch = connection.prepareStatement("INSERT OR REPLACE INTO batches VALUES (?, ?, ?)");
    }

    static DayWriter open(DayFiles files, DayFile file) throws SQLException {
        Connection connection = Connections.reopenForWriting(file.path());
        try {
            file.extend(Extent.read(connection)); // a commit that failed may have been done all the same
            return new DayWriter(files, file, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    DayFile file() {
        return file;
    }

    /** Stores requests that arrived until now with one commit: all of them or none. */
    List<Appended> commit(List<Append> requests, Instant now) throws SQLException {
        nowMicros = EntryTime.micros(now);
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            DayTransaction transaction = new DayTransaction(file.extent(), tally(), ids, blocks());
            tally = null; // what is rolled back is counted anew
            blocks = null;
            List<Appended> answers = new ArrayList<>();
            for (Append request : requests) {
                answers.add(store(request, transaction));
            }
            ids.flush();
            Sql.run(connection, "COMMIT");
            tally = transaction.tally();
            blocks = transaction.blocks();
            file.extend(transaction.extent());
            return answers;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private Tally tally() throws SQLException {
        return tally == null ? Tally.load(connection) : tally;
    }

    private BlockWriter blocks() throws SQLException {
        return blocks == null ? BlockWriter.load(connection, file.missingBlocks()) : blocks;
    }

    private void rollBack(Exception cause) {
        ids.forget();
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException e) { // a full disk has rolled back by itself
            cause.addSuppressed(e);
        }
    }

    private Appended store(Append request, DayTransaction transaction) throws SQLException {
        List<LogEntry> entries = request.entries();
        boolean told = entries.stream().allMatch(entry -> entry.uid() != null);
        if (!told && isRepeated(request)) {
            return new Appended(0, 0, IntStream.range(0, entries.size()).boxed().toList());
        }
        long nextId = transaction.nextId();
        List<Integer> repeats = new ArrayList<>();
        for (int from = 0; from < entries.size(); ) {
            int to = from + Inserts.together(entries.size() - from);
            store(entries.subList(from, to), from, transaction, repeats);
            from = to;
        }
        int stored = entries.size() - repeats.size();
        long firstId = stored == 0 ? 0 : nextId;
        if (!told && request.batchId() != null) {
            remember(request.batchId(), entries.size(), firstId);
        }
        return new Appended(firstId, stored, repeats);
    }

    /** Stores some entries, the first at a place of its request, together if that can be done; adds the places of repeats. */
    private void store(List<LogEntry> some, int place, DayTransaction transaction, List<Integer> repeats)
            throws SQLException {
        boolean together = some.size() > 1
                && othersThatMayHold(leastMicros(some)).isEmpty()
                && inserts.many(some, transaction.nextId());
        for (int i = 0; i < some.size(); i++) {
            LogEntry entry = some.get(i);
            if (together || store(entry, transaction.nextId())) {
                transaction.add(entry);
            } else {
                repeats.add(place + i);
            }
        }
    }

    private boolean store(LogEntry entry, long id) throws SQLException {
        String uid = entry.uid();
        if (uid != null && isInAnotherFile(uid, entry.micros())) {
            return false;
        }
        return inserts.one(entry, id);
    }

    private boolean isInAnotherFile(String uid, long micros) throws SQLException {
        for (DayFile other : othersThatMayHold(micros)) {
            if (DayFiles.holdsUid(other, uid)) {
                return true;
            }
        }
        return false;
    }

    private static long leastMicros(List<LogEntry> entries) {
        long least = Long.MAX_VALUE;
        for (LogEntry entry : entries) {
            least = Math.min(least, entry.micros());
        }
        return least;
    }

    /**
     * The other files that can hold an event of a time, and so any that is later. No event arrives before it happened: only the
     * files since then. But the clock of a client may be ahead, by a day at most; a file of the day before the event that
     * holds it also holds a time as late.
     */
    private List<DayFile> othersThatMayHold(long micros) {
        LocalDate since = dayOf(Math.min(micros, nowMicros) - CLOCKS_DIFFER_BY);
        List<DayFile> others = new ArrayList<>();
        for (DayFile other : files.since(since.minusDays(1))) {
            boolean mayHold = !other.day().isBefore(since) || other.extent().maxMicros() >= micros;
            if (other != file && mayHold) {
                others.add(other);
            }
        }
        return others;
    }

    private boolean isRepeated(Append request) throws SQLException {
        String batchId = request.batchId();
        if (batchId == null) {
            return false;
        }
        int entries = request.entries().size();
        return DayFiles.exists(connection, "SELECT 1 FROM batches WHERE batch_id = ? AND entries = " + entries, batchId)
                || files.holdsBatch(batchId, entries, file);
    }

    private void remember(String batchId, int entries, long firstId) throws SQLException {
        insertBatch.setString(1, batchId);
        insertBatch.setInt(2, entries);
        insertBatch.setLong(3, firstId);
        insertBatch.executeUpdate();
    }

    private static LocalDate dayOf(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, TimeUnit.DAYS.toMicros(1)));
    }

    /** Moves what is in the log beside the file into the file, as far as that waits for nobody who reads. */
    @Override
    public void close() throws SQLException {
        try (Connection closing = connection;
                Statement statement = closing.createStatement();
                ResultSet ignored = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            inserts.close();
            ids.close();
            insertBatch.close();
        }
    }
}
