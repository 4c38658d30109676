package io.pixsim.logging.gate;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which request events are written, by path. A path template such as <code>/api/v1/jobs/{id}</code> stands for every path
 * with one segment, whatever it is, in place of the braces.
 *
 * @param excluded templates whose events are held back
 * @param rates by template: one in how many events is kept; the first that fits counts
 * @param slow a request that took as long is kept; failed ones always are
 */
public record PathRules(List<String> excluded, Map<String, Integer> rates, Duration slow) {

    /** When a request is slow, unless told otherwise. */
    public static final Duration SLOW = Duration.ofSeconds(1);

    /** No rule. */
    public static final PathRules NONE = new PathRules(List.of(), Map.of(), SLOW);

    /**
     * Copies list and map, in their order, so that the value never changes.
     *
     * @param excluded templates whose events are held back
     * @param rates by template: one in how many events is kept; the first that fits counts
     * @param slow a request that took as long is kept; failed ones always are
     */
    public PathRules {
        excluded = List.copyOf(excluded);
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    }
}
