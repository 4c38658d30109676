package io.pixsim.logging.collector.entry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as entries have them: microseconds since 1970, from 1970 to 9998. Text without a zone means UTC; a number is seconds
 * since 1970, or milli-, micro- or nanoseconds where it would be too large for seconds.
 */
public final class EntryTime {

    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[Tt ](\\d\\d:\\d\\d)(:\\d\\d)?(?:[.,](\\d{1,30}))?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final long MICROS = 1_000_000;
    private static final long LAST = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond() * MICROS - 1;
    private static final BigDecimal LARGEST_SECONDS = BigDecimal.valueOf(100_000_000_000L);
    private static final int MICRO_DIGITS = 6;

    private EntryTime() {}

    /** Microseconds since 1970 of an instant. */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1000;
    }

    /**
     * Reads ISO 8601: a date, or a date and a time, with or without seconds, fraction and offset.
     *
     * @param text the text
     * @return microseconds, or empty when it is no such text or out of range
     */
    public static OptionalLong parse(String text) {
        OptionalLong usual = UsualTime.parse(text);
        return usual.isPresent() ? usual : parseAny(text);
    }

    static OptionalLong parseAny(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches()) {
            return OptionalLong.empty();
        }
        try {
            String time = iso.group(2) == null ? "00:00" : iso.group(2);
            String seconds = iso.group(3) == null ? ":00" : iso.group(3);
            LocalDateTime local = LocalDateTime.parse(iso.group(1) + "T" + time + seconds);
            long second = local.toEpochSecond(offset(iso.group(5)));
            return inRange(Math.addExact(Math.multiplyExact(second, MICROS), fraction(iso.group(4))));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Reads a number.
     *
     * @param number seconds since 1970, or finer units
     * @return microseconds, or empty when it is out of range
     */
    public static OptionalLong ofNumber(BigDecimal number) {
        if (number.precision() - number.scale() > 20 || number.signum() < 0) {
            return OptionalLong.empty();
        }
        BigDecimal seconds = number;
        for (int i = 0; i < 3 && seconds.compareTo(LARGEST_SECONDS) >= 0; i++) {
            seconds = seconds.movePointLeft(3);
        }
        return inRange(seconds.movePointRight(MICRO_DIGITS).longValue());
    }

    /** As answers have it: {@code 2025-11-13T00:30:00Z}, with six digits of a fraction where there is one. */
    public static String format(long micros) {
        String seconds = SECONDS.format(Instant.ofEpochSecond(Math.floorDiv(micros, MICROS)));
        long fraction = Math.floorMod(micros, MICROS);
        if (fraction == 0) {
            return seconds + "Z";
        }
        String digits = Long.toString(fraction);
        return seconds + "." + "0".repeat(MICRO_DIGITS - digits.length()) + digits + "Z";
    }

    private static OptionalLong inRange(long micros) {
        return micros >= 0 && micros <= LAST ? OptionalLong.of(micros) : OptionalLong.empty();
    }

    @SuppressWarnings("NullAway") // groups that did not take part are null
    private static ZoneOffset offset(String text) {
        return text == null ? ZoneOffset.UTC : ZoneOffset.of(text.toUpperCase(Locale.ROOT));
    }

    @SuppressWarnings("NullAway")
    private static long fraction(String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "000000").substring(0, MICRO_DIGITS));
    }
}
