package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The one form of time that every reader takes: UTC, ISO 8601, six digits of a second, {@code Z}. Most events fall into
 * the second of the one before, so its text is kept. For one thread.
 */
final class Timestamps {

    // Outside of these PostgreSQL stores an infinity, or the receiver puts its own time.
    private static final long EARLIEST = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("9998-12-31T23:59:59Z").getEpochSecond();

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);
    private static final int MICRO_DIGITS = 6;

    private final byte[] text = "1970-01-01T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
    private long second;

    /** The text of an instant; valid until the next call. */
    byte[] utcMicros(Instant instant) {
        long at = instant.getEpochSecond();
        if (at < EARLIEST) {
            return format(EARLIEST, 0);
        }
        return at > LATEST ? format(LATEST, 999_999) : format(at, instant.getNano() / 1000);
    }

    private byte[] format(long atSecond, int micros) {
        if (atSecond != second) {
            byte[] seconds =
                    TO_THE_SECOND.format(Instant.ofEpochSecond(atSecond)).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(seconds, 0, text, 0, seconds.length);
            second = atSecond;
        }
        int left = micros;
        for (int i = text.length - 2; i > text.length - 2 - MICRO_DIGITS; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return text;
    }
}
