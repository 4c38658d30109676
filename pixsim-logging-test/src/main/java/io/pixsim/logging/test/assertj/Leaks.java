package io.pixsim.logging.test.assertj;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.test.CapturedEvent;
import org.jspecify.annotations.Nullable;

/** Looks for texts that must not have been logged. */
final class Leaks {

    private Leaks() {}

    /** One text per event and secret that it holds. */
    static List<String> of(Collection<CapturedEvent> events, String first, String... more) {
        List<String> secrets = new ArrayList<>(List.of(more));
        secrets.add(0, first);
        if (secrets.contains("")) {
            throw new IllegalArgumentException("a secret to look for is empty");
        }
        List<String> leaks = new ArrayList<>();
        for (String secret : secrets) {
            for (CapturedEvent event : events) {
                // What is escaped in the line reads differently once it is decoded.
                if (event.line().contains(secret) || holds(event.fields(), secret)) {
                    leaks.add("\"" + secret + "\" is in " + event.line());
                }
            }
        }
        return leaks;
    }

    private static boolean holds(@Nullable Object value, String secret) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().anyMatch(e -> holds(e.getKey(), secret) || holds(e.getValue(), secret));
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(element -> holds(element, secret));
        }
        return value instanceof String text && text.contains(secret);
    }
}
