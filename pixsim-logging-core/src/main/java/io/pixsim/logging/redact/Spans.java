package io.pixsim.logging.redact;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The parts of one text that are to be hidden, and why. For one thread. */
final class Spans {

    private long[] ranges = new long[4];
    private @Nullable String[] reasons = new String[4];
    private int size;

    /** Adds a part, and what is counted for it. */
    void add(int from, int to, String reason) {
        if (from >= to) {
            return;
        }
        if (size == ranges.length) {
            ranges = Arrays.copyOf(ranges, size * 2);
            reasons = Arrays.copyOf(reasons, size * 2);
        }
        int i = size++;
        long range = Range.of(from, to);
        for (; i > 0 && ranges[i - 1] > range; i--) { // mostly they come in order
            ranges[i] = ranges[i - 1];
            reasons[i] = reasons[i - 1];
        }
        ranges[i] = range;
        reasons[i] = reason;
    }

    void add(long range, Rule rule) {
        add(Range.from(range), Range.to(range), rule.label());
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    int from(int index) {
        return Range.from(ranges[index]);
    }

    int to(int index) {
        return Range.to(ranges[index]);
    }

    String reason(int index) {
        return Objects.requireNonNull(reasons[index]);
    }
}
