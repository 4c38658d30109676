package io.pixsim.logging.collector.store.opensearch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.diagnostics.Diagnostics;

/** Deletes what rules keep no longer: whole indices at once, and from the others what outlives none of the rules. */
final class IndexRetention {

    private static final Duration TO_DELETE = Duration.ofMinutes(10);

    private final Cluster cluster;
    private final Indices indices;

    IndexRetention(Cluster cluster, Indices indices) {
        this.cluster = cluster;
        this.indices = indices;
    }

    Retained apply(RetentionRules rules, LocalDate today) throws ClusterException {
        List<LocalDate> gone = new ArrayList<>();
        List<Indices.Index> kept = new ArrayList<>();
        for (Indices.Index index : indices.all()) {
            long passed = ChronoUnit.DAYS.between(index.day(), today);
            if (passed > 0 && rules.isOver(passed)) {
                delete(index, gone);
            } else {
                kept.add(index);
            }
        }
        makeRoom(rules.maxBytes(), kept, today, gone);
        long deleted = 0;
        for (Indices.Index index : kept) {
            long passed = ChronoUnit.DAYS.between(index.day(), today);
            if (passed > 0 && !rules.isWhole(passed) && !gone.contains(index.day())) {
                deleted += sortOut(index, rules, passed);
            }
        }
        return new Retained(gone, deleted);
    }

    private void makeRoom(long maxBytes, List<Indices.Index> kept, LocalDate today, List<LocalDate> gone)
            throws ClusterException {
        if (maxBytes == RetentionRules.ANY_SIZE) {
            return;
        }
        long bytes = kept.stream().mapToLong(Indices.Index::bytes).sum();
        for (Indices.Index index : kept) {
            if (bytes <= maxBytes || !index.day().isBefore(today)) {
                return;
            }
            bytes -= index.bytes();
            delete(index, gone);
        }
    }

    private void delete(Indices.Index index, List<LocalDate> gone) throws ClusterException {
        indices.delete(index.name());
        gone.add(index.day());
    }

    /** An index that can't be sorted out costs no other one. */
    private long sortOut(Indices.Index index, RetentionRules rules, long passed) throws ClusterException {
        try {
            return deleteFrom(index, rules, passed);
        } catch (ClusterException e) {
            if (e.kind() == ClusterException.Kind.UNREACHABLE) {
                throw e;
            }
            Diagnostics.shared()
                    .trouble("not all was deleted of what arrived on " + index.day() + ": " + e.getMessage());
            return 0;
        }
    }

    private long deleteFrom(Indices.Index index, RetentionRules rules, long passed) throws ClusterException {
        String path = "/" + index.name() + "/_delete_by_query?conflicts=proceed&refresh=true";
        return cluster.call(Cluster.Call.post(path, Map.of("query", keptNoLonger(rules, passed)), TO_DELETE))
                .get("deleted")
                .number();
    }

    /** What meets a rule is kept by the longest that it meets; what meets none, for the usual time. */
    static Map<String, Object> keptNoLonger(RetentionRules rules, long passed) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put(
                "must_not",
                rules.rules().stream()
                        .filter(rule -> RetentionRules.keeps(rule.days(), passed))
                        .map(IndexRetention::meets)
                        .toList());
        if (RetentionRules.keeps(rules.days(), passed)) {
            query.put(
                    "should", rules.rules().stream().map(IndexRetention::meets).toList());
            query.put("minimum_should_match", 1);
        }
        return Map.of("bool", query);
    }

    private static Map<String, Object> meets(RetentionRules.Rule rule) {
        List<Object> conditions = new ArrayList<>();
        if (!rule.levels().isEmpty()) {
            List<Integer> codes =
                    rule.levels().stream().map(Severities::code).sorted().toList();
            conditions.add(Map.of("terms", Map.of(Documents.SEVERITY, codes)));
        }
        if (rule.service() != null) {
            conditions.add(Conditions.equal(Column.SERVICE.wireName(), rule.service()));
        }
        return Conditions.all(conditions);
    }
}
