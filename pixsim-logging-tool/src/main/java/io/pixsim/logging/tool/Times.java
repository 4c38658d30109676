package io.pixsim.logging.tool;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.files.LogQuery;

/** Times as they are given and shown: local, unless they tell their zone. */
final class Times {

    private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");

    private Times() {}

    /** An ISO time with or without a zone, a date, or how long ago, such as {@code 15m}. */
    static Instant parse(String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(Duration.parse(iso(ago.group(1), ago.group(2).charAt(0))));
        }
        try {
            if (text.length() <= "2026-11-23".length()) {
                return LocalDate.parse(text)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant();
            }
            String dateTime = text.replace(' ', 'T');
            boolean hasZone = dateTime.endsWith("Z") || dateTime.lastIndexOf('+') > 0 || dateTime.lastIndexOf('-') > 9;
            return hasZone
                    ? OffsetDateTime.parse(dateTime).toInstant()
                    : LocalDateTime.parse(dateTime)
                            .atZone(ZoneId.systemDefault())
                            .toInstant();
        } catch (DateTimeException e) {
            throw new UsageException("no time: " + text + ", which may be 2026-11-23, 2026-11-23T03:14:47Z or 15m");
        }
    }

    /** A duration for people: {@code 7 ms}, {@code 1.70 s}, {@code 3 min 20 s}. */
    static String shown(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
        }
        long seconds = duration.toSeconds();
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }

    private static String iso(String number, char unit) {
        return unit == 'd' ? "P" + number + "D" : "PT" + number + Character.toUpperCase(unit);
    }

    /** A query for what lies within {@code --from} and {@code --to}, where they are given. */
    static LogQuery within(Arguments arguments, LogQuery query, Instant now) {
        LogQuery since = arguments
                .value("--from")
                .map(text -> query.from(parse(text, now)))
                .orElse(query);
        return arguments.value("--to").map(text -> since.to(parse(text, now))).orElse(since);
    }
}
