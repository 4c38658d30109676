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

    private final byte[] text = "1970-01-01T00:00:00.".getBytes(StandardCharsets.US_ASCII);
    private long second;

    /** Puts an instant over what was written at a place: 27 bytes. */
    void write(Instant instant, Utf8Buffer out, int at) {
        long seconds = instant.getEpochSecond();
        int micros = instant.getNano() / 1000;
        if (seconds < EARLIEST) {
            write(EARLIEST, 0, out, at);
        } else if (seconds > LATEST) {
            write(LATEST, 999_999, out, at);
        } else {
            write(seconds, micros, out, at);
        }
    }

    private void write(long atSecond, int micros, Utf8Buffer out, int at) {
        if (atSecond != second) {
            byte[] seconds =
                    TO_THE_SECOND.format(Instant.ofEpochSecond(atSecond)).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(seconds, 0, text, 0, text.length);
            second = atSecond;
        }
        out.over(text, at);
        out.sixDigits(micros, at + text.length);
    }
}
