package io.pixsim.logging.encode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The one form of time that every reader takes: UTC, ISO 8601, six digits of a second, {@code Z}. */
final class Timestamps {

    // Outside of these PostgreSQL stores an infinity, or the receiver puts its own time.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9998-12-31T23:59:59.999999Z");

    private static final DateTimeFormatter UTC_MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String utcMicros(Instant instant) {
        Instant clamped = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return UTC_MICROS.format(clamped);
    }
}
