package io.pixsim.logging.collector.store.opensearch;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

import io.pixsim.logging.collector.CollectorBuilder;
import io.pixsim.logging.collector.OpenSearchCluster;
import io.pixsim.logging.collector.contract.TestStore;
import io.pixsim.logging.collector.store.LogStore;

/** Indices of a name of their own in a cluster. */
public final class OpenSearchPlace implements TestStore {

    private final String address;
    private final OpenSearchOptions options;

    /** Indices in the cluster that all tests share. */
    public OpenSearchPlace() throws IOException {
        this(OpenSearchNode.sharedAddress());
    }

    OpenSearchPlace(String address) {
        this.address = address;
        options = OpenSearchOptions.of(address).withPrefix("t" + UUID.randomUUID());
    }

    OpenSearchOptions options() {
        return options;
    }

    @Override
    public LogStore open(Clock clock) throws IOException {
        return OpenSearchStore.open(options, clock);
    }

    @Override
    public CollectorBuilder use(CollectorBuilder builder) {
        return builder.openSearch(OpenSearchCluster.at(address).prefix(options.prefix()));
    }

    @Override
    public void close() throws IOException {
        try (Cluster cluster = new Cluster(options)) {
            cluster.call(Cluster.Call.delete("/" + options.prefix() + "-*"));
            cluster.call(Cluster.Call.delete("/_index_template/" + options.prefix() + "-*"));
        } catch (ClusterException e) {
            throw new IOException(e);
        }
    }
}
