package io.pixsim.logging.http.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds or a date. */
final class RetryAfter {

    /** Longer than this nobody is left alone: the wish may be a mistake, and events wait meanwhile. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The pause that the header asks for, between zero and {@link #LONGEST}; zero when it is absent or unreadable. */
    static Duration pause(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        String text = header.strip();
        Duration asked = isSeconds(text) ? seconds(text) : untilDate(text, now);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static boolean isSeconds(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(significant));
    }

    private static Duration untilDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, date);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
