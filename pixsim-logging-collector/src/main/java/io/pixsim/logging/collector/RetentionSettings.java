package io.pixsim.logging.collector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.store.RetentionRules;

/** Retention as it is told, piece by piece. Not safe for use by many threads. */
final class RetentionSettings {

    private final List<RetentionRules.Rule> rules = new ArrayList<>();
    private int days;
    private long maxBytes = RetentionRules.ANY_SIZE;

    RetentionSettings(int days) {
        this.days = days;
    }

    void days(int number) {
        days = Checks.days("retentionDays", number);
    }

    void forever() {
        days = RetentionRules.FOREVER;
    }

    void from(Severity least, int number) {
        rules.add(RetentionRules.Rule.orWorse(least, Checks.days("days", number)));
    }

    void only(Severity level, int number) {
        rules.add(new RetentionRules.Rule(Set.of(level), null, Checks.days("days", number)));
    }

    void service(String name, int number) {
        rules.add(new RetentionRules.Rule(Set.of(), Checks.notBlank("service", name), Checks.days("days", number)));
    }

    void room(long bytes) {
        maxBytes = Checks.positive("maxBytes", bytes);
    }

    RetentionRules rules() {
        return new RetentionRules(days, rules, maxBytes);
    }
}
