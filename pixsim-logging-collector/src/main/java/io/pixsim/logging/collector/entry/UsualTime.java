package io.pixsim.logging.collector.entry;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Reads {@code 2025-11-13T00:30:00.123456Z}, with up to six digits of a fraction or none: what nearly all clients send, at a
 * tenth of the cost of reading whatever there is.
 */
final class UsualTime {

    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int DOT = PATTERN.length();
    private static final int LONGEST = DOT + 8;
    private static final int DAYS_OF_ALL_MONTHS = 28;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;
    private static final long MICROS = 1_000_000;

    private UsualTime() {}

    /** Microseconds, or nothing when it is written otherwise or needs a closer look. */
    static OptionalLong parse(String text) {
        int end = text.length() - 1;
        if (end < DOT || end >= LONGEST || text.charAt(end) != 'Z' || !isOfPattern(text)) {
            return OptionalLong.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, DOT);
        long fraction = fraction(text, end);
        boolean plain = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && hour < 24
                && minute < 60
                && second < 60
                && fraction >= 0;
        if (!plain
                || (day > DAYS_OF_ALL_MONTHS
                        && day > LocalDate.of(year, month, 1).lengthOfMonth())) {
            return OptionalLong.empty();
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + (hour * 60L + minute) * 60 + second;
        return OptionalLong.of(seconds * MICROS + fraction);
    }

    private static boolean isOfPattern(String text) {
        for (int i = 0; i < DOT; i++) {
            char expected = PATTERN.charAt(i);
            char c = text.charAt(i);
            if (expected == '0' ? !isDigit(c) : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    /** Microseconds, or less than 0 when it is no fraction. */
    private static long fraction(String text, int end) {
        if (end == DOT) {
            return 0;
        }
        if (text.charAt(DOT) != '.' || end == DOT + 1) {
            return -1;
        }
        long micros = 0;
        long unit = MICROS / 10;
        for (int i = DOT + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            micros += (text.charAt(i) - '0') * unit;
            unit /= 10;
        }
        return micros;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
