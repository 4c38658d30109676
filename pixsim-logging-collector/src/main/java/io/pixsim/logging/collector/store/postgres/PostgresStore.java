package io.pixsim.logging.collector.store.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.zaxxer.hikari.HikariDataSource;
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

/**
 * Keeps entries in PostgreSQL: in a table of its own with a partition for each day on which entries arrived, or in the table
 * that the Python backend has made, as it is. An append is done when its transaction is. Several collectors may share a
 * database.
 */
public final class PostgresStore implements LogStore {

    private final PostgresOptions options;
    private final Connections connections;
    private final HikariDataSource readers;
    private final GroupWriter writer;
    private final Watch watch;
    private final EntryQueries entries;
    private final ValueQueries values;
    private final StatisticsQueries statistics;
    private final PostgresRetention retention;
    private final Clock clock;

    private PostgresStore(PostgresOptions options, Connections connections, Table table, Clock clock) {
        Days days = Days.of(table);
        PostgresCommitter committer = new PostgresCommitter(table, days, connections, clock);
        Conditions conditions = new Conditions(table);
        this.options = options;
        this.connections = connections;
        this.clock = clock;
        this.readers = connections.pool();
        this.writer =
                new GroupWriter(new AppendQueue(options.maxWaitingEntries(), options.maxWaitingSize()), committer);
        this.watch = new Watch(
                connections,
                table,
                writer,
                committer,
                new Housekeeping(table, days, new StoredBefore(table).tables()),
                clock);
        this.entries = new EntryQueries(table, conditions);
        this.values = new ValueQueries(table, conditions);
        this.statistics = new StatisticsQueries(table, conditions);
        this.retention = new PostgresRetention(table, days);
        committer.onCommit(watch::seen);
    }

    /**
     * Opens a store, and brings its tables to what this version needs.
     *
     * @param options where it is, and its limits
     * @param clock tells which day it is
     * @return the store, ready
     * @throws IOException when the database can't be reached or used; the text holds no credential
     */
    public static PostgresStore open(PostgresOptions options, Clock clock) throws IOException {
        Connections connections = new Connections(options);
        PostgresStore store = null;
        try {
            store = new PostgresStore(options, connections, Migrations.run(options, connections), clock);
            store.watch.start();
            store.writer.start();
            return store;
        } catch (SQLException | RuntimeException e) {
            if (store != null) {
                store.close();
            }
            throw new IOException("no store in " + options.url() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public CompletableFuture<Appended> append(Append append) {
        return writer.append(append);
    }

    @Override
    public EntryPage query(EntryQuery query) throws StoreException {
        return answer(connection -> entries.page(connection, query));
    }

    @Override
    public long count(EntryFilter filter, long atMost) throws StoreException {
        return answer(connection -> entries.count(connection, filter, atMost));
    }

    @Override
    public Optional<LogEntry> find(long id) throws StoreException {
        return answer(connection -> entries.find(connection, id));
    }

    @Override
    public List<Object> distinct(Column column, EntryFilter filter, int limit) throws StoreException {
        return answer(connection -> values.ofColumn(connection, column, filter, limit));
    }

    @Override
    public List<String> distinctExtra(String key, EntryFilter filter, int limit) throws StoreException {
        return answer(connection -> values.ofExtra(connection, key, filter, limit));
    }

    @Override
    public Statistics statistics(Statistics.Request request) throws StoreException {
        return answer(connection -> statistics.of(connection, request));
    }

    @Override
    public long lastId() {
        return watch.lastId();
    }

    @Override
    public void onAppend(Runnable listener) {
        writer.onAppend(listener);
    }

    @Override
    public Optional<String> trouble() {
        return writer.trouble().or(watch::trouble);
    }

    @Override
    public Retained retain(RetentionRules rules, LocalDate today) throws StoreException {
        try (Connection connection = connections.open()) {
            return retention.apply(connection, rules, today);
        } catch (SQLException e) {
            throw new StoreException("not deleted: " + e.getMessage(), e);
        }
    }

    @Override
    public StoreSize size() throws StoreException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return answer(connection -> retention.size(connection, today));
    }

    @Override
    public void close() {
        writer.close();
        watch.close();
        readers.close();
    }

    /** What is asked of the database. */
    private interface Question<T> {

        T ask(Connection connection) throws SQLException;
    }

    private <T> T answer(Question<T> question) throws StoreException {
        Optional<String> gone = watch.trouble();
        if (gone.isPresent()) { // or each question would wait for a connection
            throw new StoreException("not answered: " + gone.get());
        }
        try (Connection connection = readers.getConnection()) {
            T answer = question.ask(connection);
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            if (SqlStates.isTooSlow(e)) {
                Duration atMost = options.maxQueryTime();
                throw new StoreException.TooSlow("no answer within " + atMost.toSeconds()
                        + " s: ask for a shorter time, or by job_id, request_id or trace_id");
            }
            throw new StoreException("not answered: " + e.getMessage(), e);
        }
    }
}
