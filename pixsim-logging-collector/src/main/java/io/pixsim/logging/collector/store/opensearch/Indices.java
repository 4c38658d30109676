package io.pixsim.logging.collector.store.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The indices of all days, and the template that they are made by. Safe for use by many threads. */
final class Indices {

    private static final String TEMPLATE = "entries-template.json";

    private final Cluster cluster;
    private final Names names;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    Indices(Cluster cluster, Names names) {
        this.cluster = cluster;
        this.names = names;
    }

    Names names() {
        return names;
    }

    /** Waits until the cluster answers for what it holds, and tells it how indices are made. */
    void prepare(int shards, Map<String, Object> settings) throws ClusterException {
        awaitReadable();
        Map<String, @Nullable Object> template = Json.members(text(TEMPLATE));
        template.put("index_patterns", List.of(names.allEntries()));
        Map<String, Object> index =
                new Node(template).get("template").get("settings").get("index").map();
        index.put("number_of_shards", shards);
        index.putAll(settings);
        cluster.call(Cluster.Call.put("/_index_template/" + names.template(), template));
    }

    /** A cluster that has just begun finds its indices one by one; what is not ours may be broken for ever. */
    private void awaitReadable() throws ClusterException {
        try {
            cluster.ask(Cluster.Call.get("/_cluster/health?wait_for_status=yellow&timeout=8s"));
        } catch (ClusterException e) {
            if (e.kind() != ClusterException.Kind.REFUSED) {
                throw e;
            }
        }
    }

    private static String text(String resource) {
        try (InputStream stream = Indices.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index of a day, made when it is not there. */
    String of(LocalDate day) throws ClusterException {
        String index = names.entriesOf(day);
        if (!made.contains(index)) {
            make(index);
        }
        return index;
    }

    void make(String index) throws ClusterException {
        try {
            cluster.call(Cluster.Call.put("/" + index, Map.of()));
        } catch (ClusterException e) {
            if (!e.isAlreadyThere()) {
                throw e;
            }
        }
        made.add(index);
    }

    /**
     * The index of a day.
     *
     * @param day the day
     * @param name what it is called
     * @param bytes how much room it takes, with its copies
     * @param entries how many entries it holds
     * @param isWhole whether all of it can be read
     */
    record Index(LocalDate day, String name, long bytes, long entries, boolean isWhole) {}

    /** All indices, oldest day first. */
    List<Index> all() throws ClusterException {
        String path =
                "/_cat/indices/" + names.allEntries() + "?format=json&bytes=b&h=index,health,docs.count,store.size";
        List<Index> all = new ArrayList<>();
        for (Node row : cluster.ask(Cluster.Call.get(path)).list()) {
            String name = row.get("index").text();
            boolean isWhole = !row.get("health").text().equals("red");
            long bytes = number(row.get("store.size"));
            long entries = number(row.get("docs.count"));
            names.dayOf(name).ifPresent(day -> all.add(new Index(day, name, bytes, entries, isWhole)));
        }
        all.sort(Comparator.comparing(Index::day));
        return all;
    }

    /** One that is just being made tells nothing. */
    private static long number(Node text) {
        return text.isMissing() ? 0 : Long.parseLong(text.text());
    }

    void delete(String index) throws ClusterException {
        try {
            cluster.call(Cluster.Call.delete("/" + index));
        } catch (ClusterException e) {
            if (!e.isNotFound()) { // another collector was quicker
                throw e;
            }
        }
        made.remove(index);
    }
}
