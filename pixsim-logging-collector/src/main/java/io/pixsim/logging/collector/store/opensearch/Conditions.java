package io.pixsim.logging.collector.store.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.Severities;

/** A filter as a query. What comes from outside is a value in it, never a name or a pattern. */
final class Conditions {

    /** As long as what the index keeps together; shorter ones are looked for as the beginning of such. */
    private static final int GRAM = 3;

    private Conditions() {}

    /** What a filter lets through of the entries up to an id. */
    static Map<String, Object> of(EntryFilter filter, long lastId) {
        List<Object> all = new ArrayList<>();
        all.add(Map.of("range", Map.of(Documents.ID, Map.of("lte", lastId))));
        time(all, filter);
        filter.equal().forEach((column, value) -> equal(all, column, value));
        if (filter.minSeverity() != null) {
            all.add(Map.of("range", Map.of(Documents.SEVERITY, Map.of("gte", Severities.code(filter.minSeverity())))));
        }
        if (filter.stagePrefix() != null) {
            all.add(Map.of("prefix", Map.of(Column.STAGE.wireName(), filter.stagePrefix() + ":")));
        }
        if (filter.search() != null) {
            all.add(search(filter.search()));
        }
        return all(all);
    }

    static Map<String, Object> all(List<Object> conditions) {
        return Map.of("bool", Map.of("filter", conditions));
    }

    private static Map<String, Object> any(List<Object> conditions) {
        return Map.of("bool", Map.of("should", conditions, "minimum_should_match", 1));
    }

    static Map<String, Object> equal(String field, Object value) {
        return Map.of("term", Map.of(field, Map.of("value", value)));
    }

    static Map<String, Object> present(String field) {
        return Map.of("exists", Map.of("field", field));
    }

    private static void time(List<Object> all, EntryFilter filter) {
        Map<String, Object> range = new LinkedHashMap<>();
        if (filter.fromMicros() != Long.MIN_VALUE) {
            range.put("gte", filter.fromMicros());
        }
        if (filter.toMicros() != Long.MAX_VALUE) {
            range.put("lte", filter.toMicros());
        }
        if (!range.isEmpty()) {
            all.add(Map.of("range", Map.of(Documents.TIME, range)));
        }
    }

    private static void equal(List<Object> all, Column column, String value) {
        if (column == Column.LEVEL) {
            level(all, value);
        } else if (column.type() == ColumnType.INTEGER) {
            all.add(equal(column.wireName(), Long.parseLong(value)));
        } else {
            all.add(equal(column.wireName(), value));
        }
    }

    /** A level that nobody knows counts as info, but is not called so. */
    private static void level(List<Object> all, String value) {
        Optional<Severity> severity = Severity.parse(value);
        severity.ifPresent(known -> all.add(equal(Documents.SEVERITY, Severities.code(known))));
        if (severity.isEmpty() || severity.get() == Severity.INFO) {
            all.add(equal("level.any_case", value.strip().toLowerCase(Locale.ROOT)));
        }
    }

    private static Map<String, Object> search(Search search) {
        List<Object> alternatives = new ArrayList<>();
        for (Search.Alternative alternative : search.alternatives()) {
            Map<String, Object> condition = new LinkedHashMap<>();
            if (alternative.phrase() != null) {
                condition.put("filter", List.of(holds(alternative.phrase())));
            }
            condition.put(
                    "must_not",
                    alternative.without().stream().map(Conditions::holds).toList());
            alternatives.add(Map.of("bool", condition));
        }
        return any(alternatives);
    }

    /** Whether one of the texts holds a phrase; in {@code extra} it stands as JSON has it. */
    private static Map<String, Object> holds(String phrase) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(phrase));
        return any(List.of(holds("text", phrase), holds("extra", escaped)));
    }

    private static Map<String, Object> holds(String field, String phrase) {
        return phrase.codePointCount(0, phrase.length()) < GRAM
                ? Map.of("prefix", Map.of(field, lowerCase(phrase)))
                : Map.of("match_phrase", Map.of(field, phrase));
    }

    /** As the index does it, a character at a time. */
    private static String lowerCase(String text) {
        int[] points = text.codePoints().map(Character::toLowerCase).toArray();
        return new String(points, 0, points.length);
    }
}
