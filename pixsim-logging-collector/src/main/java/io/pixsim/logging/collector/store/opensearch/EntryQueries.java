package io.pixsim.logging.collector.store.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;

/** Entries out of all indices: first their places and sizes, then those that make a page of a size that can be held. */
final class EntryQueries {

    private static final long MAX_PAGE_SIZE = 8 << 20;

    private final Questions questions;

    EntryQueries(Questions questions) {
        this.questions = questions;
    }

    EntryPage page(EntryQuery query) throws ClusterException {
        List<Node> places = places(query);
        boolean passesOver = query.after() != null && query.offset() > 0;
        List<Node> rest = passesOver ? places.subList(Math.min(query.offset(), places.size()), places.size()) : places;
        List<Node> page = fitting(rest.subList(0, Math.min(query.limit(), rest.size())));
        return new EntryPage(page.isEmpty() ? List.of() : read(page), page.size() < rest.size());
    }

    private List<Node> places(EntryQuery query) throws ClusterException {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("query", questions.visible(query.filter()));
        search.put("sort", sort(query.order()));
        search.put("_source", false);
        search.put("docvalue_fields", List.of(Documents.SIZE));
        search.put("track_total_hits", false);
        Position after = query.after();
        if (after == null) {
            search.put("from", query.offset());
            search.put("size", query.limit() + 1);
        } else { // the two don't go together there
            search.put(
                    "search_after",
                    query.order() == Order.ARRIVAL ? List.of(after.id()) : List.of(after.micros(), after.id()));
            search.put("size", query.offset() + query.limit() + 1);
        }
        return questions.search(search).get("hits").get("hits").list();
    }

    private static List<Object> sort(Order order) {
        return switch (order) {
            case NEWEST_FIRST -> List.of(Map.of(Documents.TIME, "desc"), Map.of(Documents.ID, "desc"));
            case OLDEST_FIRST -> List.of(Map.of(Documents.TIME, "asc"), Map.of(Documents.ID, "asc"));
            case ARRIVAL -> List.of(Map.of(Documents.ID, "asc"));
        };
    }

    private static List<Node> fitting(List<Node> places) {
        long size = 0;
        int count = 0;
        while (count < places.size() && size < MAX_PAGE_SIZE) {
            Node sizes = places.get(count++).get("fields").get(Documents.SIZE);
            size += sizes.list().stream().mapToLong(Node::number).sum();
        }
        return places.subList(0, count);
    }

    private List<LogEntry> read(List<Node> places) throws ClusterException {
        List<Object> docs = new ArrayList<>();
        for (Node place : places) {
            docs.add(Map.of(
                    "_index",
                    place.get("_index").text(),
                    "_id",
                    place.get("_id").text()));
        }
        List<LogEntry> entries = new ArrayList<>();
        for (Node document : questions.documents(docs).list()) {
            if (!document.get("_source").isMissing()) { // else retention was quicker
                entries.add(Documents.read(document.get("_source")));
            }
        }
        return entries;
    }

    /** Also one that others do not see yet: who asks has been told its id. */
    Optional<LogEntry> find(long id) throws ClusterException {
        Map<String, Object> search = Map.of(
                "query",
                Conditions.all(List.of(Conditions.equal(Documents.ID, id))),
                "size",
                1,
                "track_total_hits",
                false);
        return questions.search(search).get("hits").get("hits").list().stream()
                .map(hit -> Documents.read(hit.get("_source")))
                .findFirst();
    }

    long count(EntryFilter filter, long atMost) throws ClusterException {
        Object limit = atMost > Integer.MAX_VALUE ? (Object) true : (Object) atMost;
        Map<String, Object> search = Map.of("size", 0, "query", questions.visible(filter), "track_total_hits", limit);
        long count =
                questions.search(search).get("hits").get("total").get("value").number();
        return Math.min(count, atMost);
    }
}
