package io.pixsim.logging.collector.store.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;

/** The different values of a column, or of a member of {@code extra}. */
final class ValueQueries {

    private static final String VALUES = "values";

    /** A cluster takes a pattern of a thousand characters. */
    private static final int LONGEST_PATTERN = 990;

    private final Questions questions;

    ValueQueries(Questions questions) {
        this.questions = questions;
    }

    List<Object> ofColumn(Column column, EntryFilter filter, int limit) throws ClusterException {
        String field = Documents.sortedField(column);
        Map<String, Object> source = Map.of(VALUES, Map.of("terms", Map.of("field", field)));
        Map<String, Object> values = Map.of("composite", Map.of("size", limit, "sources", List.of(source)));
        List<Object> found = new ArrayList<>();
        for (Node bucket : ask(filter, values)) {
            Node key = bucket.get("key").get(VALUES);
            found.add(
                    switch (column.type()) {
                        case TEXT -> key.text();
                        case ID -> Documents.ofKey(key.text());
                        case INTEGER -> (Object) key.number();
                    });
        }
        return found;
    }

    List<String> ofExtra(String name, EntryFilter filter, int limit) throws ClusterException {
        String begin = name + Documents.SEPARATOR;
        if (literal(begin).length() > LONGEST_PATTERN) {
            return List.of();
        }
        Map<String, Object> terms = Map.of(
                "field",
                Documents.PAIRS,
                "include",
                literal(begin) + ".*",
                "order",
                Map.of("_key", "asc"),
                "size",
                limit);
        return ask(filter, Map.of("terms", terms)).stream()
                .map(bucket -> bucket.get("key").text().substring(begin.length()))
                .toList();
    }

    private List<Node> ask(EntryFilter filter, Map<String, Object> aggregation) throws ClusterException {
        return questions
                .aggregate(questions.visible(filter), Map.of(VALUES, aggregation))
                .get(VALUES)
                .get("buckets")
                .list();
    }

    /** A pattern that nothing but the text itself meets. */
    private static String literal(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (!Character.isLetterOrDigit(point)) {
                pattern.append('\\');
            }
            pattern.appendCodePoint(point);
        });
        return pattern.toString();
    }
}
