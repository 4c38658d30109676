package io.pixsim.logging.collector.store.opensearch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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

/**
 * Keeps entries in a cluster of OpenSearch or Elasticsearch, one index for each day (UTC) on which entries arrived. Many
 * collectors may use one cluster. An append is done when the cluster has it on the disks of the primary shard and of the copies
 * in step with it, and when it can be found.
 */
public final class OpenSearchStore implements LogStore {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Register register;
    private final GroupWriter writer;
    private final Watch watch;
    private final EntryQueries entries;
    private final ValueQueries values;
    private final StatisticsQueries statistics;
    private final IndexRetention retention;
    private final Lifecycle lifecycle;
    private final Sizes sizes;

    private OpenSearchStore(
            OpenSearchOptions options,
            Clock clock,
            Cluster cluster,
            Register register,
            Indices indices,
            Flavor flavor) {
        this.cluster = cluster;
        this.register = register;
        OwnRange own = new OwnRange();
        this.writer = new GroupWriter(
                new AppendQueue(options.maxWaitingEntries(), options.maxWaitingSize()),
                new BulkCommitter(cluster, register, indices, own, clock, PATIENCE));
        this.watch = new Watch(register, own, writer::tellOfAppend, writer::recovered);
        Questions questions = new Questions(cluster, indices.names(), register, options.maxQueryTime());
        this.entries = new EntryQueries(questions);
        this.values = new ValueQueries(questions);
        this.statistics = new StatisticsQueries(questions);
        this.retention = new IndexRetention(cluster, indices);
        this.lifecycle = new Lifecycle(cluster, indices.names(), flavor);
        this.sizes = new Sizes(cluster, indices, clock);
    }

    /**
     * Opens a store: makes its index template, and its register of ids where there is none.
     *
     * @param options where the cluster is
     * @param clock tells which day it is
     * @return the store, ready
     * @throws IOException when the cluster can't be reached, or lets us not do what is needed
     */
    public static OpenSearchStore open(OpenSearchOptions options, Clock clock) throws IOException {
        Cluster cluster = new Cluster(options);
        try {
            Names names = new Names(options.prefix());
            Flavor flavor = Flavor.of(cluster.ask(Cluster.Call.get("/")));
            Indices indices = new Indices(cluster, names);
            indices.prepare(options.shards(), flavor.indexSettings(names));
            Register register = new Register(cluster, names);
            register.read();
            OpenSearchStore store = new OpenSearchStore(options, clock, cluster, register, indices, flavor);
            store.writer.start();
            store.watch.start();
            return store;
        } catch (ClusterException | RuntimeException e) {
            cluster.close();
            throw new IOException("no store in " + options + ": " + e.getMessage(), e);
        }
    }

    @Override
    public CompletableFuture<Appended> append(Append append) {
        return writer.append(append);
    }

    @Override
    public EntryPage query(EntryQuery query) throws StoreException {
        return answer(() -> entries.page(query));
    }

    @Override
    public long count(EntryFilter filter, long atMost) throws StoreException {
        return answer(() -> entries.count(filter, atMost));
    }

    @Override
    public Optional<LogEntry> find(long id) throws StoreException {
        return answer(() -> entries.find(id));
    }

    @Override
    public List<Object> distinct(Column column, EntryFilter filter, int limit) throws StoreException {
        return answer(() -> values.ofColumn(column, filter, limit));
    }

    @Override
    public List<String> distinctExtra(String key, EntryFilter filter, int limit) throws StoreException {
        return answer(() -> values.ofExtra(key, filter, limit));
    }

    @Override
    public Statistics statistics(Statistics.Request request) throws StoreException {
        return answer(() -> statistics.of(request));
    }

    @Override
    public long lastId() {
        return register.horizon();
    }

    @Override
    public void onAppend(Runnable listener) {
        writer.onAppend(listener);
    }

    @Override
    public Retained retain(RetentionRules rules, LocalDate today) throws StoreException {
        return answer(() -> {
            Retained retained = retention.apply(rules, today);
            lifecycle.follow(rules);
            return retained;
        });
    }

    @Override
    public StoreSize size() throws StoreException {
        return answer(sizes::size);
    }

    @Override
    public Optional<String> trouble() {
        return watch.trouble().or(writer::trouble);
    }

    @Override
    public void close() {
        writer.close();
        watch.close();
        cluster.close();
    }

    /** A question to the cluster. */
    private interface Question<T> {

        T ask() throws ClusterException;
    }

    private static <T> T answer(Question<T> question) throws StoreException {
        try {
            return question.ask();
        } catch (ClusterException e) {
            throw e.whileAsking();
        }
    }
}
