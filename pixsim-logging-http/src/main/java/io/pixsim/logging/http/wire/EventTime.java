package io.pixsim.logging.http.wire;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads timestamps of events as nanoseconds since 1970. Most fall into the second of the one before, so what that was is
 * kept. For one thread.
 */
final class EventTime {

    static final long NONE = 0;

    private static final int TO_THE_SECOND = "2025-11-13T00:30:00".length();
    private static final int LENGTH = "2025-11-13T00:30:00.000000Z".length();
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final long NANOS_OF_MICRO = 1_000;
    /** Beyond this, in the year 2262, nanoseconds since 1970 don't fit. */
    private static final long LAST_SECOND = Long.MAX_VALUE / NANOS_OF_SECOND - 1;

    private String lastText = "";
    private long lastSecond;

    /** The time; {@link #NONE} when the text tells none, or none since 1970. */
    long nanos(String text) {
        if (text.length() == LENGTH && text.startsWith(lastText) && !lastText.isEmpty() && text.endsWith("Z")) {
            long micros = micros(text);
            return micros < 0 ? NONE : lastSecond * NANOS_OF_SECOND + micros * NANOS_OF_MICRO;
        }
        return parsed(text);
    }

    private long parsed(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.getEpochSecond() < 0 || instant.getEpochSecond() > LAST_SECOND) {
                return NONE;
            }
            if (text.length() == LENGTH && text.charAt(TO_THE_SECOND) == '.') {
                lastText = text.substring(0, TO_THE_SECOND + 1);
                lastSecond = instant.getEpochSecond();
            }
            return instant.getEpochSecond() * NANOS_OF_SECOND + instant.getNano();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static long micros(String text) {
        long micros = 0;
        for (int i = TO_THE_SECOND + 1; i < LENGTH - 1; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            micros = micros * 10 + digit;
        }
        return micros;
    }
}
