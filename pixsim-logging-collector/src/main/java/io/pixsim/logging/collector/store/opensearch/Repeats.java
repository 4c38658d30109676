package io.pixsim.logging.collector.store.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.store.opensearch.Item.Outcome;

/** Finds what was stored before. An index knows its own documents by their names, but not those of other days. */
final class Repeats {

    private static final int AT_ONCE = 5_000;
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final long CLOCKS_DIFFER_BY = TimeUnit.HOURS.toMicros(1);

    private final Cluster cluster;
    private final Names names;

    Repeats(Cluster cluster, Names names) {
        this.cluster = cluster;
        this.names = names;
    }

    /**
     * Tells those that are stored that they are. No event arrives before it happened, unless its sender's clock is ahead, so
     * those of today are no repeats of what came before, when today is not too young; what its sender names by its batch says
     * nothing of its time.
     */
    void find(List<Item> items, long dayBegins, long now) throws ClusterException {
        Map<String, Item> suspects = new LinkedHashMap<>();
        for (Item item : items) {
            boolean mayBeOlder =
                    item.entry().uid() == null || Math.min(item.entry().micros(), now) - CLOCKS_DIFFER_BY < dayBegins;
            if (item.isNamed() && mayBeOlder) {
                suspects.put(item.documentId(), item);
            }
        }
        List<String> names = new ArrayList<>(suspects.keySet());
        Set<String> found = new HashSet<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            found.addAll(stored(names.subList(from, Math.min(names.size(), from + AT_ONCE))));
        }
        for (Item item : items) {
            if (found.contains(item.documentId())) {
                item.became(Outcome.REPEATED);
            }
        }
    }

    private List<String> stored(List<String> documentIds) throws ClusterException {
        Map<String, Object> search = Map.of(
                "query",
                Map.of("terms", Map.of("_id", documentIds)),
                "_source",
                false,
                "track_total_hits",
                false,
                "size",
                2 * AT_ONCE);
        String path =
                "/" + names.allEntries() + "/_search?allow_partial_search_results=false&filter_path=hits.hits._id";
        return cluster.ask(Cluster.Call.post(path, search, AT_MOST)).get("hits").get("hits").list().stream()
                .map(hit -> hit.get("_id").text())
                .toList();
    }

    /**
     * Which of the documents that an index has are those that were sent, after an answer was lost: they have an id that was
     * given to them and to no others.
     */
    void claim(String index, List<Item> items, List<Register.Range> ours) throws ClusterException {
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            List<Item> part = items.subList(from, Math.min(items.size(), from + AT_ONCE));
            Map<String, Object> ids =
                    Map.of("ids", part.stream().map(Item::documentId).toList());
            String path = "/" + index + "/_mget?_source_includes=id&filter_path=docs._source";
            List<Node> documents = cluster.ask(Cluster.Call.post(path, ids, AT_MOST))
                    .get("docs")
                    .list();
            for (int i = 0; i < part.size() && i < documents.size(); i++) {
                long id = documents.get(i).get("_source").get(Documents.ID).number();
                if (ours.stream().anyMatch(range -> range.holds(id))) {
                    part.get(i).became(Outcome.STORED);
                }
            }
        }
    }
}
