package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.AppendQueue;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.GroupWriter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.StoreSize;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Keeps entries in SQLite files, one for each day (UTC) on which entries arrived. An append is done when its transaction is on
 * the disk. Old days are unlinked, which costs those who write and read nothing.
 */
public final class SqliteStore implements LogStore {

    private final SqliteOptions options;
    private final FolderLock lock;
    private final DayFiles files;
    private final GroupWriter writer;
    private final EntryQueries entries;
    private final ValueQueries values;
    private final StatisticsQueries statistics;
    private final FileRetention retention;
    private final Sealer sealer;

    private SqliteStore(SqliteOptions options, Clock clock, FolderLock lock, DayFiles files) {
        this.options = options;
        this.lock = lock;
        this.files = files;
        AppendQueue queue = new AppendQueue(options.maxWaitingEntries(), options.maxWaitingSize());
        this.sealer = new Sealer(files, () -> queue.entries() > 0);
        DayCommitter committer = new DayCommitter(files, clock, sealer::look);
        this.writer = new GroupWriter(queue, committer);
        this.entries = new EntryQueries(files);
        this.values = new ValueQueries(files);
        this.statistics = new StatisticsQueries(files);
        this.retention = new FileRetention(files, committer, sealer::look);
    }

    /**
     * Opens a store, whatever state its last process left it in.
     *
     * @param folder where its files are; made when it is not there
     * @param options its limits
     * @param clock tells which day it is
     * @return the store, ready
     * @throws IOException when the folder can't be used, or another store uses it
     */
    public static SqliteStore open(Path folder, SqliteOptions options, Clock clock) throws IOException {
        FolderLock lock = lock(folder);
        try {
            DayFiles files = DayFiles.open(folder);
            files.forArrival(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            SqliteStore store = new SqliteStore(options, clock, lock, files);
            store.writer.start();
            store.sealer.start();
            return store;
        } catch (SQLException | IOException | RuntimeException e) {
            lock.close();
            throw new IOException("no store in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return FolderLock.of(folder);
        } catch (FileSystemException e) { // without a reason, its message is the name of a file
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new IOException("no folder " + folder + ": " + reason, e);
        }
    }

    @Override
    public CompletableFuture<Appended> append(Append append) {
        return writer.append(append);
    }

    @Override
    public EntryPage query(EntryQuery query) throws StoreException {
        return answer(deadline -> entries.page(query, deadline));
    }

    @Override
    public long count(EntryFilter filter, long atMost) throws StoreException {
        return answer(deadline -> entries.count(filter, atMost, deadline));
    }

    @Override
    public Optional<LogEntry> find(long id) throws StoreException {
        return answer(deadline -> entries.find(id, deadline));
    }

    @Override
    public List<Object> distinct(Column column, EntryFilter filter, int limit) throws StoreException {
        return answer(deadline -> values.ofColumn(column, filter, limit, deadline));
    }

    @Override
    public List<String> distinctExtra(String key, EntryFilter filter, int limit) throws StoreException {
        return answer(deadline -> values.ofExtra(key, filter, limit, deadline));
    }

    @Override
    public Statistics statistics(Statistics.Request request) throws StoreException {
        return answer(deadline -> statistics.of(request, deadline));
    }

    @Override
    public long lastId() {
        return files.lastId();
    }

    @Override
    public void onAppend(Runnable listener) {
        writer.onAppend(listener);
    }

    @Override
    public Optional<String> trouble() {
        return writer.trouble();
    }

    @Override
    public Retained retain(RetentionRules rules, LocalDate today) throws StoreException {
        try {
            return retention.apply(rules, today);
        } catch (SQLException | IOException e) {
            throw new StoreException("not deleted: " + e.getMessage(), e);
        }
    }

    @Override
    public StoreSize size() throws StoreException {
        try {
            return files.size();
        } catch (IOException e) {
            throw new StoreException("no size: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        writer.close();
        sealer.close();
        retention.close();
        try (lock) {
            files.close();
        } catch (SQLException | IOException ignored) {
            // all that was answered is on the disk, and the process gives back the rest
        }
    }

    /** Answers within a time. */
    private interface Question<T> {

        T ask(Deadline deadline) throws SQLException;
    }

    private <T> T answer(Question<T> question) throws StoreException {
        Duration atMost = options.maxQueryTime();
        Deadline deadline = Deadline.in(atMost);
        try {
            return question.ask(deadline);
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
                throw new StoreException.TooSlow("no answer within " + atMost.toSeconds()
                        + " s: ask for a shorter time, or by job_id, request_id or trace_id");
            }
            throw new StoreException("not answered: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StoreException("not answered: " + e.getMessage(), e);
        }
    }
}
