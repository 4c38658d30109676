package io.pixsim.logging.test.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a line holds, wherever in it: encoders put fields at the top, in a list of pairs, or below a name of their own.
 * Filled by {@link StrictJson}.
 */
final class Line {

    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> unsafe = new ArrayList<>();

    void name(String name, boolean isNew) {
        names.add(name);
        if (!isNew) {
            duplicates.add(name);
        }
    }

    void text(@Nullable String name, String text) {
        texts.add(text);
        value(name, text);
    }

    void value(@Nullable String name, String text) {
        if (name != null) {
            values.computeIfAbsent(name, none -> new ArrayList<>()).add(text);
        }
    }

    void unsafe(String reason) {
        unsafe.add(reason);
    }

    /** Names that occur twice in one object. */
    List<String> duplicates() {
        return duplicates;
    }

    /** What PostgreSQL's jsonb does not take. */
    List<String> unsafe() {
        return unsafe;
    }

    boolean hasName(String name) {
        return names.contains(name);
    }

    boolean hasNameWith(List<String> parts) {
        return names.stream().anyMatch(name -> parts.stream().allMatch(name::contains));
    }

    boolean hasText(List<String> parts) {
        return texts.stream().anyMatch(text -> parts.stream().allMatch(text::contains));
    }

    boolean hasValue(String name, String text) {
        return values.getOrDefault(name, List.of()).contains(text);
    }

    /** The texts in the list of a name. */
    Set<String> textsOf(String name) {
        return new HashSet<>(values.getOrDefault(name, List.of()));
    }
}
