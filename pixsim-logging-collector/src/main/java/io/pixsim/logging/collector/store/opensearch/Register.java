package io.pixsim.logging.collector.store.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * One document that all collectors of a cluster share: which id is the next, and which ranges of ids are being stored. What
 * is below each open range is visible for good, since a range is closed only when its entries can be found; so ids become
 * visible in their order, whoever stores them. It is changed by compare-and-set, and read as it is, not as it was at the
 * last refresh. Safe for use by many threads.
 */
final class Register {

    private static final Duration TO_REFRESH = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Names names;
    private final AtomicLong horizon = new AtomicLong();

    Register(Cluster cluster, Names names) {
        this.cluster = cluster;
        this.names = names;
    }

    /**
     * Ids that someone stores entries under.
     *
     * @param key what no other range is called
     * @param first the first id
     * @param end the id after the last
     * @param beat changes as long as someone is at it
     */
    record Range(String key, long first, long end, long beat) {

        boolean holds(long id) {
            return id >= first && id < end;
        }

        private Range beaten() {
            return new Range(key, first, end, beat + 1);
        }

        private Map<String, Object> json() {
            return Map.of("key", key, "first", first, "end", end, "beat", beat);
        }

        private static Range read(Node node) {
            return new Range(
                    node.get("key").text(),
                    node.get("first").number(),
                    node.get("end").number(),
                    node.get("beat").number());
        }
    }

    /**
     * What stands in the register.
     *
     * @param next the id that nobody has yet
     * @param open what is being stored
     */
    record State(long next, List<Range> open) {

        long horizon() {
            return open.stream().mapToLong(Range::first).min().orElse(next) - 1;
        }

        @Nullable
        Range find(String key) {
            return open.stream()
                    .filter(range -> range.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }

        private State with(Range range) {
            List<Range> ranges = new ArrayList<>(open);
            ranges.removeIf(old -> old.key().equals(range.key()));
            ranges.add(range);
            return new State(Math.max(next, range.end()), List.copyOf(ranges));
        }

        private State without(Collection<String> keys) {
            return new State(
                    next,
                    open.stream().filter(range -> !keys.contains(range.key())).toList());
        }

        private Map<String, Object> json() {
            return Map.of("next", next, "open", open.stream().map(Range::json).toList());
        }
    }

    /** The highest id below which all is visible, as far as this process knows. */
    long horizon() {
        return horizon.get();
    }

    /** Reads it; made when it is not there. */
    State read() throws ClusterException {
        return stored().state();
    }

    /** Takes ids that nobody has. */
    Range open(int ids) throws ClusterException {
        String key = UUID.randomUUID().toString();
        State state = update(before -> before.find(key) != null
                ? before // the answer to an earlier try was lost
                : before.with(new Range(key, before.next(), before.next() + ids, 0)));
        Range range = state.find(key);
        if (range == null) {
            throw new IllegalStateException("a range that was opened is not open");
        }
        return range;
    }

    /** Tells the others that someone is at it yet; null when they have given it up. */
    @Nullable
    Range renew(Range range) throws ClusterException {
        return update(before -> {
                    Range old = before.find(range.key());
                    return old == null ? before : before.with(old.beaten());
                })
                .find(range.key());
    }

    /** Closes ranges: all of their entries can be found that ever will be. */
    State close(Collection<String> keys) throws ClusterException {
        return update(before -> before.without(keys));
    }

    private State update(UnaryOperator<State> change) throws ClusterException {
        ClusterException lost = null;
        while (true) {
            Stored before = stored();
            State after = change.apply(before.state());
            if (after.equals(before.state())) {
                return after;
            }
            try {
                put(after, "?if_seq_no=" + before.seqNo() + "&if_primary_term=" + before.term());
                seen(after);
                return after;
            } catch (ClusterException e) {
                // Each change looks first whether it is done already, so one whose answer was lost is tried again.
                boolean again = e.isConflict() || (e.isUncertain() && lost == null);
                if (!again) {
                    throw e;
                }
                lost = e.isUncertain() ? e : lost;
            }
        }
    }

    /** What stands there, and what tells whether it still does. */
    private record Stored(State state, long seqNo, long term) {}

    private Stored stored() throws ClusterException {
        while (true) {
            try {
                return read(cluster.ask(Cluster.Call.get(path("_doc"))));
            } catch (ClusterException e) {
                if (!e.isNotFound()) {
                    throw e;
                }
            }
            create();
        }
    }

    private Stored read(Node document) {
        Node source = document.get("_source");
        State state = new State(
                source.get("next").number(),
                source.get("open").list().stream().map(Range::read).toList());
        seen(state);
        return new Stored(
                state,
                document.get("_seq_no").number(),
                document.get("_primary_term").number());
    }

    private void seen(State state) {
        horizon.accumulateAndGet(state.horizon(), Math::max);
    }

    private void create() throws ClusterException {
        try {
            Map<String, Object> settings =
                    Map.of("number_of_shards", 1, "auto_expand_replicas", "0-1", "translog.durability", "request");
            cluster.call(Cluster.Call.put(
                    "/" + names.register(),
                    Map.of("settings", Map.of("index", settings), "mappings", Map.of("enabled", false))));
        } catch (ClusterException e) {
            if (!e.isAlreadyThere()) {
                throw e;
            }
        }
        try {
            cluster.call(Cluster.Call.put(path("_create"), new State(lastId() + 1, List.of()).json()));
        } catch (ClusterException e) {
            if (!e.isConflict()) {
                throw e;
            }
        }
    }

    /** Entries outlive a register that someone deleted. */
    private long lastId() throws ClusterException {
        refresh();
        Map<String, Object> newest = Map.of("size", 0, "aggs", Map.of("last", Map.of("max", Map.of("field", "id"))));
        return cluster.ask(Cluster.Call.post("/" + names.allEntries() + "/_search", newest, TO_REFRESH))
                .get("aggregations")
                .get("last")
                .get("value")
                .number();
    }

    /** Makes all be found that was stored. */
    void refresh() throws ClusterException {
        cluster.ask(Cluster.Call.post("/" + names.allEntries() + "/_refresh", new LinkedHashMap<>(), TO_REFRESH));
    }

    private void put(State state, String condition) throws ClusterException {
        cluster.call(Cluster.Call.put(path("_doc") + condition, state.json()));
    }

    private String path(String operation) {
        return "/" + names.register() + "/" + operation + "/ids";
    }
}
