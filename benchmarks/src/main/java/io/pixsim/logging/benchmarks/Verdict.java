package io.pixsim.logging.benchmarks;

import java.util.List;

/**
 * Whether a line holds its event.
 *
 * @param missing what is not in the line
 * @param asText numbers that became texts
 */
record Verdict(List<String> missing, List<String> asText) {

    boolean complete() {
        return missing.isEmpty();
    }

    String note() {
        if (!complete()) {
            return "lacks " + String.join(", ", missing);
        }
        return asText.isEmpty() ? "complete" : "complete; numbers as text: " + String.join(", ", asText);
    }
}
