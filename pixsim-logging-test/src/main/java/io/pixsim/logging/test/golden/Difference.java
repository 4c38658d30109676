package io.pixsim.logging.test.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/** The first thing in which lines differ from what they ought to be. */
final class Difference {

    private Difference() {}

    /** A text for people, or empty when all lines are the same. */
    static Optional<String> first(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return Optional.of(String.format(
                        "line %d differs in %s:%n  expected %s%n  but was  %s",
                        i + 1, inField(expected.get(i), actual.get(i)), expected.get(i), actual.get(i)));
            }
        }
        if (expected.size() > actual.size()) {
            return Optional.of(String.format(
                    "line %d of %d was not logged:%n  expected %s",
                    actual.size() + 1, expected.size(), expected.get(actual.size())));
        }
        return actual.size() == expected.size()
                ? Optional.empty()
                : Optional.of(String.format(
                        "more was logged than its %d lines:%n  but was  %s",
                        expected.size(), actual.get(expected.size())));
    }

    private static String inField(String expected, String actual) {
        Map<String, @Nullable Object> wanted = fields(expected);
        Map<String, @Nullable Object> found = fields(actual);
        Set<String> names = new LinkedHashSet<>(wanted.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            if (!found.containsKey(name)) {
                return "field " + name + ", which is missing";
            }
            if (!wanted.containsKey(name)) {
                return "field " + name + ", which is " + JsonText.of(found.get(name)) + " and should not be there";
            }
            String was = JsonText.of(found.get(name));
            String should = JsonText.of(wanted.get(name));
            if (!was.equals(should)) {
                return "field " + name + ", which is " + was + " instead of " + should;
            }
        }
        return "the order of its fields";
    }

    private static Map<String, @Nullable Object> fields(String line) {
        try {
            return JsonReader.readObject(line.getBytes(UTF_8));
        } catch (IOException e) { // both were written here
            throw new IllegalStateException(line, e);
        }
    }
}
