package io.pixsim.logging.collector.web;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What of an answer a client wants: {@code errors,items.*.status}. A star stands for one name, two for any number of them.
 * Exclusions are passed over: more than was asked for does no harm.
 */
final class FilterPath {

    private final List<List<String>> patterns;

    /**
     * A filter.
     *
     * @param text patterns with commas between; null for all
     */
    FilterPath(@Nullable String text) {
        patterns = Arrays.stream((text == null ? "" : text).split(",", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty() && !pattern.startsWith("-"))
                .map(pattern -> List.of(pattern.split("\\.", -1)))
                .toList();
    }

    /** Whether a member is wanted, or something within it. */
    boolean lets(String path) {
        List<String> names = List.of(path.split("\\.", -1));
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, names));
    }

    private static boolean matches(List<String> pattern, List<String> names) {
        if (pattern.isEmpty() || names.isEmpty()) {
            return true;
        }
        String first = pattern.get(0);
        if (first.equals("**")) {
            return matches(pattern.subList(1, pattern.size()), names)
                    || matches(pattern, names.subList(1, names.size()));
        }
        boolean same = first.equals("*") || first.equals(names.get(0));
        return same && matches(pattern.subList(1, pattern.size()), names.subList(1, names.size()));
    }
}
