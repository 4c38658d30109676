package io.pixsim.logging.collector.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How long entries are kept after the day on which they arrived, and how much room they may take. An entry is kept as long
 * as the longest of the rules says that it meets, in whatever order they stand; one that meets none, for the usual time.
 * Room goes before time: the oldest days are deleted whole until the rest fits.
 *
 * @param days the usual time; {@link #FOREVER}, or at least 1
 * @param rules what is kept for another time
 * @param maxBytes how much room there is, or {@link #ANY_SIZE}
 */
public record RetentionRules(int days, List<Rule> rules, long maxBytes) {

    /** Days that never end. */
    public static final int FOREVER = 0;

    /** As much room as there is. */
    public static final long ANY_SIZE = 0;

    /** A copy that nobody changes. */
    public RetentionRules {
        rules = List.copyOf(rules);
    }

    /**
     * Entries of some levels, of a service, or both, and their time.
     *
     * @param levels which levels; none means all
     * @param service which service, or null for all
     * @param days how long; {@link #FOREVER}, or at least 1
     */
    public record Rule(Set<Severity> levels, @Nullable String service, int days) {

        /** A copy that nobody changes. */
        public Rule {
            levels = Set.copyOf(levels);
        }

        /** Entries of a level or a worse one. */
        public static Rule orWorse(Severity level, int days) {
            return new Rule(EnumSet.range(level, Severity.CRITICAL), null, days);
        }
    }

    /** One time for all, and any size. */
    public static RetentionRules ofDays(int days) {
        return new RetentionRules(days, List.of(), ANY_SIZE);
    }

    /** Whether so many days are kept of that many that have passed. */
    public static boolean keeps(int days, long passed) {
        return days == FOREVER || days >= passed;
    }

    /** Whether nothing is ever deleted. */
    public boolean isEmpty() {
        return maxBytes == ANY_SIZE && days == FOREVER && rules.stream().allMatch(rule -> rule.days() == FOREVER);
    }

    /** Whether nothing of a day is kept on which entries arrived so many days ago. */
    public boolean isOver(long passed) {
        return !keeps(days, passed) && rules.stream().noneMatch(rule -> keeps(rule.days(), passed));
    }

    /** Whether all of such a day is kept. */
    public boolean isWhole(long passed) {
        return keeps(days, passed) && rules.stream().allMatch(rule -> keeps(rule.days(), passed));
    }
}
