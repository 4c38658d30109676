package io.pixsim.logging.collector;

import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.collector.store.RetentionRules;

/** Retention as it is told, piece by piece. Not safe for use by many threads. */
final class RetentionSettings {

    private final List<RetentionRules.Rule> rules = new ArrayList<>();
    private int days;
    private long maxBytes = RetentionRules.ANY_SIZE;

    RetentionSettings(int days) {
        this.days = days;
    }

    void usual(int number) {
        days = number;
    }

    void rule(RetentionRules.Rule rule) {
        rules.add(rule);
    }

    void room(long bytes) {
        maxBytes = bytes;
    }

    RetentionRules rules() {
        return new RetentionRules(days, rules, maxBytes);
    }
}
