package io.pixsim.logging.collector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.opensearch.OpenSearchStore;
import io.pixsim.logging.collector.store.postgres.DatabaseUrl;
import io.pixsim.logging.collector.store.postgres.PostgresOptions;
import io.pixsim.logging.collector.store.postgres.PostgresStore;
import io.pixsim.logging.collector.store.sqlite.SqliteOptions;
import io.pixsim.logging.collector.store.sqlite.SqliteStore;
import io.pixsim.logging.collector.web.WebOptions;
import io.pixsim.logging.redact.RedactionPolicy;
import org.jspecify.annotations.Nullable;

/** Builds {@link Collector}. A wrong setting is refused at once. Not safe for use by many threads. */
public final class CollectorBuilder {

    /** The port unless set. */
    public static final int DEFAULT_PORT = 8001;

    private static final int MAX_PORT = 65_535;
    private static final String LOOPBACK = "127.0.0.1";
    private static final int DEFAULT_DAYS = 30;
    private static final int SMALLEST_BODY = 1 << 10;
    private static final int LARGEST_BODY = 1 << 30;
    private static final int LARGEST_BATCH = 1_000_000;

    private @Nullable StoreSource store;
    private String host = LOOPBACK;
    private int port = DEFAULT_PORT;
    private @Nullable String writeToken;
    private @Nullable String readToken;
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();
    private final RetentionSettings retention = new RetentionSettings(DEFAULT_DAYS);
    private RedactionPolicy redaction = RedactionPolicy.standard();
    private IngestLimits limits = IngestLimits.standard();

    CollectorBuilder() {}

    /**
     * The folder of the entries, which are kept in SQLite files. Either this or another store has to be set.
     *
     * @param folder made when it is not there; no other collector may use it at the same time
     * @return this
     */
    public CollectorBuilder data(Path folder) {
        return store(clock -> SqliteStore.open(folder, SqliteOptions.standard(), clock));
    }

    /**
     * A cluster that entries are kept in. Either this or another store has to be set.
     *
     * @param cluster where it is
     * @return this
     */
    public CollectorBuilder openSearch(OpenSearchCluster cluster) {
        return store(clock -> OpenSearchStore.open(cluster.options(), clock));
    }

    /**
     * The database of the entries, a PostgreSQL. Either this or another store has to be set. Where there is a table {@code
     * log_entries} already, as the Python backend makes it, it is read and written as it is.
     *
     * @param url {@code postgresql://user:password@host:5432/name}; its credentials are told to the database alone
     * @return this
     */
    public CollectorBuilder database(String url) {
        PostgresOptions options = PostgresOptions.standard(DatabaseUrl.parse(url));
        return store(clock -> PostgresStore.open(options, clock));
    }

    private CollectorBuilder store(StoreSource source) {
        if (store != null) {
            throw new IllegalArgumentException("there is another store set: a collector has one");
        }
        store = source;
        return this;
    }

    /**
     * The address to listen on. Default {@code 127.0.0.1}, which no other machine can reach; with another one, set tokens.
     *
     * @param address a host name or an IP address; not blank
     * @return this
     */
    public CollectorBuilder host(String address) {
        host = Checks.notBlank("host", address);
        return this;
    }

    /**
     * The port. Default {@value #DEFAULT_PORT}.
     *
     * @param number 0 for any free one, up to 65535
     * @return this
     */
    public CollectorBuilder port(int number) {
        port = Checks.inRange("port", number, 0, MAX_PORT);
        return this;
    }

    /**
     * What clients have to show to write, as {@code Authorization: Bearer …}. Default nothing.
     *
     * @param token not blank
     * @return this
     */
    public CollectorBuilder writeToken(String token) {
        writeToken = Checks.notBlank("writeToken", token);
        return this;
    }

    /**
     * What clients have to show to read. Default nothing.
     *
     * @param token not blank
     * @return this
     */
    public CollectorBuilder readToken(String token) {
        readToken = Checks.notBlank("readToken", token);
        return this;
    }

    /**
     * Another name under which a collector on a loopback address is called, such as that of a proxy before it which leaves
     * the {@code Host} as it is. Default none: a page of a foreign site whose name was made to lead here gets no answer.
     *
     * @param name a host name without a port; not blank
     * @return this
     */
    public CollectorBuilder allowHost(String name) {
        hosts.add(Checks.notBlank("host", name));
        return this;
    }

    /**
     * Lets pages of an origin call from a browser. Default none.
     *
     * @param origin {@code https://app.example}, or {@code *} for all
     * @return this
     */
    public CollectorBuilder allowOrigin(String origin) {
        origins.add(Checks.notBlank("origin", origin));
        return this;
    }

    /**
     * How long entries are kept after they arrived. Default 30 days.
     *
     * @param days at least 1
     * @return this
     */
    public CollectorBuilder retentionDays(int days) {
        retention.days(days);
        return this;
    }

    /**
     * Keeps entries until someone deletes their files, unless another rule says otherwise.
     *
     * @return this
     */
    public CollectorBuilder keepForever() {
        retention.forever();
        return this;
    }

    /**
     * How long entries of a level, or of a worse one, are kept instead. Of all rules that an entry meets, the longest counts.
     *
     * @param level the least level
     * @param days at least 1
     * @return this
     */
    public CollectorBuilder retainFrom(Severity level, int days) {
        retention.from(level, days);
        return this;
    }

    /**
     * How long entries of a service are kept instead. Of all rules that an entry meets, the longest counts.
     *
     * @param service the service's name; not blank
     * @param days at least 1
     * @return this
     */
    public CollectorBuilder retainService(String service, int days) {
        retention.service(service, days);
        return this;
    }

    /**
     * How long entries of one level, and of no other, are kept instead. Of all rules that an entry meets, the longest counts.
     *
     * @param level the level
     * @param days at least 1
     * @return this
     */
    public CollectorBuilder retainOnly(Severity level, int days) {
        retention.only(level, days);
        return this;
    }

    /**
     * How much room entries may take on the disk. When they take more, the oldest days are deleted, but never the newest one.
     * Default as much as there is.
     *
     * @param bytes at least 1
     * @return this
     */
    public CollectorBuilder maxBytes(long bytes) {
        retention.room(bytes);
        return this;
    }

    /**
     * What is hidden of events that clients did not hide. Default the standard policy.
     *
     * @param policy the policy
     * @return this
     */
    public CollectorBuilder redaction(RedactionPolicy policy) {
        redaction = policy;
        return this;
    }

    /**
     * How many bytes a body may have, as it comes and unpacked. Default 16 MiB.
     *
     * @param bytes 1 KiB to 1 GiB
     * @return this
     */
    public CollectorBuilder maxBodyBytes(int bytes) {
        int body = Checks.inRange("maxBodyBytes", bytes, SMALLEST_BODY, LARGEST_BODY);
        limits = new IngestLimits(body, limits.maxBatchEvents(), limits.maxEventBytes(), limits.maxDepth());
        return this;
    }

    /**
     * How many events a batch may have. Default 20,000.
     *
     * @param events 1 to 1,000,000
     * @return this
     */
    public CollectorBuilder maxBatchEvents(int events) {
        int batch = Checks.inRange("maxBatchEvents", events, 1, LARGEST_BATCH);
        limits = new IngestLimits(limits.maxBodyBytes(), batch, limits.maxEventBytes(), limits.maxDepth());
        return this;
    }

    /**
     * Opens the store and the port.
     *
     * @return the collector, ready
     * @throws IOException when the store or the port can't be had
     * @throws IllegalStateException when there is no store set
     */
    public Collector start() throws IOException {
        if (store == null) {
            throw new IllegalStateException("no store: set data, or another one");
        }
        return Collector.start(this, store);
    }

    WebOptions web() {
        return new WebOptions(host, hosts, port, writeToken, readToken, origins, limits, retention());
    }

    RedactionPolicy redaction() {
        return redaction;
    }

    RetentionRules retention() {
        return retention.rules();
    }
}
