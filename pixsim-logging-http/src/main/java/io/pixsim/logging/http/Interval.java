package io.pixsim.logging.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a span of time as it stands in a configuration: {@code 5}, {@code 5.0}, {@code 5s}, {@code 5 seconds}, {@code 500
 * ms}, {@code 1 minute}. Without a unit it is seconds, as in the environment.
 */
final class Interval {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*([a-z]*)");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("", Duration.ofSeconds(1)),
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("millisecond", Duration.ofMillis(1)),
            Map.entry("milliseconds", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)));

    /** A hundred years: nobody waits for longer, and nanoseconds count no further than three times that. */
    private static final Duration MOST = Duration.ofDays(36_500);

    private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(MOST.toNanos());

    private Interval() {}

    /** The span, or the longest that is counted with. */
    static Duration bounded(Duration span) {
        return span.compareTo(MOST) > 0 ? MOST : span;
    }

    /**
     * Reads the text.
     *
     * @param name what it is called when it is wrong
     * @throws IllegalArgumentException when it is not a span of time, or none at all
     */
    static Duration parse(String name, String text) {
        Matcher matcher = SYNTAX.matcher(text.strip().toLowerCase(Locale.ROOT));
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(name + " is not a span of time such as 5s: " + text);
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit.toNanos()));
        Duration interval = Duration.ofNanos(nanos.min(MOST_NANOS).longValue());
        if (interval.isZero()) {
            throw new IllegalArgumentException(name + " <= 0: " + text);
        }
        return interval;
    }
}
