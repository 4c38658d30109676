package io.pixsim.logging;

import java.util.Map;
import java.util.TreeMap;

import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/** What was hidden since logging was set up, by rule: of the redactor in use and those before it. */
final class Redactions {

    private final Map<String, Long> before = new TreeMap<>();
    private @Nullable Redactor current;

    synchronized void use(Redactor redactor) {
        if (current != null) {
            current.counts().forEach((rule, count) -> before.merge(rule, count, Long::sum));
        }
        current = redactor;
    }

    synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(before);
        if (current != null) {
            current.counts().forEach((rule, count) -> counts.merge(rule, count, Long::sum));
        }
        return counts;
    }
}
