package io.pixsim.logging.collector.store.opensearch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.store.EntryFilter;

/** Searches in all indices, each answered whole or not at all. Safe for use by many threads. */
final class Questions {

    private static final int TRIES = 20;
    private static final long MILLIS_BETWEEN = 100;
    private static final String COMPLETE = "/_search?allow_partial_search_results=false";

    private final Cluster cluster;
    private final Names names;
    private final Register register;
    private final Duration atMost;

    Questions(Cluster cluster, Names names, Register register, Duration atMost) {
        this.cluster = cluster;
        this.names = names;
        this.register = register;
        this.atMost = atMost;
    }

    /** How long a question may take. */
    Duration atMost() {
        return atMost;
    }

    /** What a filter lets through of what is visible. */
    Map<String, Object> visible(EntryFilter filter) {
        return Conditions.of(filter, register.horizon());
    }

    /** Answers a search. An index that is just being made, as one is each midnight, can't be asked for a moment. */
    Node search(Map<String, Object> search) throws ClusterException {
        Cluster.Call call = Cluster.Call.post("/" + names.allEntries() + COMPLETE, search, atMost);
        for (int tries = 1; ; tries++) {
            try {
                return cluster.ask(call);
            } catch (ClusterException e) {
                if (!e.isUnavailable() || tries == TRIES) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() throws ClusterException {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(ClusterException.Kind.LOST, "interrupted", e);
        }
    }

    /** Counts and sums of what a query finds. */
    Node aggregate(Map<String, Object> query, Map<String, Object> aggregations) throws ClusterException {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("size", 0);
        search.put("track_total_hits", false);
        search.put("query", query);
        search.put("aggs", aggregations);
        return search(search).get("aggregations");
    }

    /** Documents by their index and name, with what an entry is made of. */
    Node documents(Object docs) throws ClusterException {
        String path = "/_mget?_source_excludes=keys,pairs,size,@timestamp";
        return cluster.ask(Cluster.Call.post(path, Map.of("docs", docs), atMost))
                .get("docs");
    }
}
