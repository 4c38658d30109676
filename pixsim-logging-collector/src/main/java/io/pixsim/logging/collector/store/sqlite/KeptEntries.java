package io.pixsim.logging.collector.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.sql.Where;

/** Which entries rules keep of a day, as a condition. */
final class KeptEntries {

    private final List<String> alternatives = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    private KeptEntries() {}

    static Where of(RetentionRules rules, long daysPassed) {
        KeptEntries kept = new KeptEntries();
        for (RetentionRules.Rule rule : rules.rules()) {
            if (RetentionRules.keeps(rule.days(), daysPassed)) {
                kept.alternatives.add(kept.condition(rule));
            }
        }
        if (RetentionRules.keeps(rules.days(), daysPassed)) {
            kept.alternatives.add(
                    rules.rules().stream().map(kept::condition).collect(Collectors.joining(" OR ", "NOT (", ")")));
        }
        return new Where().and("(" + String.join(" OR ", kept.alternatives) + ")", kept.arguments.toArray());
    }

    private String condition(RetentionRules.Rule rule) {
        List<String> all = new ArrayList<>();
        if (!rule.levels().isEmpty()) {
            all.add(rule.levels().stream()
                    .map(level -> String.valueOf(Severities.code(level)))
                    .sorted()
                    .collect(Collectors.joining(", ", "severity IN (", ")")));
        }
        if (rule.service() != null) {
            all.add("service IS ?");
            arguments.add(rule.service());
        }
        return all.isEmpty() ? "1" : "(" + String.join(" AND ", all) + ")";
    }
}
