package io.pixsim.logging.collector.store.opensearch;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.pixsim.logging.collector.store.StoreSize;

/** How much the indices hold. The times of a day that is over are asked for once. Safe for use by many threads. */
final class Sizes {

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Indices indices;
    private final Clock clock;
    private final Map<String, Times> known = new ConcurrentHashMap<>();

    Sizes(Cluster cluster, Indices indices, Clock clock) {
        this.cluster = cluster;
        this.indices = indices;
        this.clock = clock;
    }

    private record Times(long from, long to) {}

    StoreSize size() throws ClusterException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Indices.Index> all = indices.all();
        List<String> names = all.stream().map(Indices.Index::name).toList();
        known.keySet().retainAll(names);
        all.forEach(index -> {
            if (!index.day().isBefore(today)) {
                known.remove(index.name());
            }
        });
        ask(names.stream().filter(name -> !known.containsKey(name)).toList());
        List<StoreSize.Day> days = all.stream()
                .map(index -> day(index, known.getOrDefault(index.name(), new Times(0, 0)), today))
                .toList();
        List<String> unreadable = all.stream()
                .filter(index -> !index.isWhole())
                .map(index -> index.name() + ": not all of its shards are there")
                .toList();
        return new StoreSize(
                days.stream().mapToLong(StoreSize.Day::bytes).sum(),
                days.stream().mapToLong(StoreSize.Day::entries).sum(),
                days,
                unreadable);
    }

    private static StoreSize.Day day(Indices.Index index, Times times, LocalDate today) {
        return new StoreSize.Day(
                index.day(),
                index.bytes(),
                index.entries(),
                times.from(),
                times.to(),
                index.day().isBefore(today));
    }

    /** Of each index by itself: an index knows its first and its last time without a look at its entries. */
    private void ask(List<String> names) throws ClusterException {
        if (names.isEmpty()) {
            return;
        }
        Map<String, Object> search = Map.of(
                "size",
                0,
                "aggs",
                Map.of(
                        "from", Map.of("min", Map.of("field", Documents.TIME)),
                        "to", Map.of("max", Map.of("field", Documents.TIME))));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String name : names) {
            Json.write(lines, Map.of("index", name, "ignore_unavailable", true));
            lines.write('\n');
            Json.write(lines, search);
            lines.write('\n');
        }
        List<Node> answers = new ArrayList<>(cluster.ask(Cluster.Call.lines("/_msearch", lines.toByteArray(), AT_MOST))
                .get("responses")
                .list());
        for (int i = 0; i < names.size() && i < answers.size(); i++) {
            Node times = answers.get(i).get("aggregations");
            if (!times.get("from").get("value").isMissing()) {
                known.put(
                        names.get(i),
                        new Times(
                                times.get("from").get("value").number(),
                                times.get("to").get("value").number()));
            }
        }
    }
}
