package io.pixsim.logging.collector.store.opensearch;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.Statistics;

/** Counts over all indices. Durations are exact: how often each one occurs is added up, where the cluster would estimate. */
final class StatisticsQueries {

    private static final int MOST_FREQUENT = 1000;
    private static final int SEVERITIES = 10;
    private static final int PAIRS = 10_000;
    private static final int MOST_PAGES = 100;
    private static final String STAGE = Column.STAGE.wireName();
    private static final String DURATION = Column.DURATION_MS.wireName();

    private final Questions questions;

    StatisticsQueries(Questions questions) {
        this.questions = questions;
    }

    Statistics of(Statistics.Request request) throws ClusterException {
        Map<String, Object> query = questions.visible(request.filter());
        Map<String, Object> aggregations = new LinkedHashMap<>();
        aggregations.put("time", byTime(request.bucketMicros()));
        for (Column column : request.columns()) {
            aggregations.put("by_" + column.wireName(), terms(column.wireName(), MOST_FREQUENT));
        }
        Node answer = questions.aggregate(query, aggregations);
        Map<Column, Map<String, Long>> counts = new EnumMap<>(Column.class);
        for (Column column : request.columns()) {
            counts.put(column, counts(answer.get("by_" + column.wireName())));
        }
        return new Statistics(buckets(answer.get("time")), counts, durations(query));
    }

    private static Map<String, Object> byTime(long micros) {
        return Map.of(
                "histogram", Map.of("field", Documents.TIME, "interval", micros, "min_doc_count", 1),
                "aggs", Map.of(Documents.SEVERITY, terms(Documents.SEVERITY, SEVERITIES)));
    }

    private static Map<String, Object> terms(String field, int size) {
        return Map.of("terms", Map.of("field", field, "size", size));
    }

    private static NavigableMap<Long, Map<Severity, Long>> buckets(Node time) {
        NavigableMap<Long, Map<Severity, Long>> buckets = new TreeMap<>();
        for (Node bucket : time.get("buckets").list()) {
            Map<Severity, Long> levels = new EnumMap<>(Severity.class);
            for (Node level : bucket.get(Documents.SEVERITY).get("buckets").list()) {
                Severity severity = Severities.ofCode((int) level.get("key").number());
                levels.merge(severity, level.get("doc_count").number(), Long::sum);
            }
            buckets.put(bucket.get("key").number(), levels);
        }
        return buckets;
    }

    private static Map<String, Long> counts(Node values) {
        Map<String, Long> counts = new TreeMap<>();
        for (Node bucket : values.get("buckets").list()) {
            counts.put(bucket.get("key").text(), bucket.get("doc_count").number());
        }
        return counts;
    }

    private Map<String, Statistics.Durations> durations(Map<String, Object> query) throws ClusterException {
        NavigableMap<String, NavigableMap<Long, Long>> times = new TreeMap<>();
        Map<String, Object> told =
                Conditions.all(List.of(query, Conditions.present(STAGE), Conditions.present(DURATION)));
        Map<String, Object> composite = new LinkedHashMap<>();
        composite.put("size", PAIRS);
        composite.put("sources", List.of(source(STAGE), source(DURATION)));
        long end = System.nanoTime() + questions.atMost().toNanos();
        int pages = 0;
        Node after;
        do {
            if (pages++ == MOST_PAGES || System.nanoTime() - end >= 0) {
                throw ClusterException.tooSlow("durations by stage were not counted to their end");
            }
            Node page = questions
                    .aggregate(told, Map.of("times", Map.of("composite", composite)))
                    .get("times");
            for (Node bucket : page.get("buckets").list()) {
                times.computeIfAbsent(bucket.get("key").get(STAGE).text(), stage -> new TreeMap<>())
                        .put(
                                bucket.get("key").get(DURATION).number(),
                                bucket.get("doc_count").number());
            }
            after = page.get("after_key");
            composite.put("after", after.map());
        } while (!after.isMissing());
        Map<String, Statistics.Durations> byStage = new LinkedHashMap<>();
        times.forEach((stage, counts) -> byStage.put(stage, Statistics.Durations.of(counts)));
        return byStage;
    }

    private static Map<String, Object> source(String field) {
        return Map.of(field, Map.of("terms", Map.of("field", field)));
    }
}
