package io.pixsim.logging.files;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a log file's name says: {@code worker.jsonl} is written to; {@code worker.jsonl.1}, {@code worker.1.jsonl}, {@code
 * worker.2026-11-27.0.jsonl.gz}, {@code worker.jsonl-20261127} and the like were rotated away from it.
 *
 * @param base the name that the file had while it was written to
 * @param date the date in the name, as it stands there; empty where there is none
 * @param index the number in the name; -1 where there is none
 * @param gzipped whether it is compressed
 */
record LogFileName(String base, String date, long index, boolean gzipped) {

    /** Oldest first. A number after a date grows with time; one alone is 1 for the newest. */
    static final Comparator<LogFileName> BY_AGE =
            Comparator.comparing(LogFileName::date).thenComparingLong(LogFileName::step);

    private static final String EXTENSION = "\\.(?:log|jsonl)";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}(?:[T_-]\\d{2}(?:-?\\d{2}){0,2})?|\\d{8}(?:\\d{2}){0,3}";
    private static final Pattern BEFORE = Pattern.compile(
            "(?<stem>.+?)(?:[.-](?<date>" + DATE + "))?(?:\\.(?<index>\\d{1,9}))?(?<extension>" + EXTENSION + ")");
    private static final Pattern AFTER = Pattern.compile(
            "(?<base>.+" + EXTENSION + ")(?=[.-])(?:[.-](?<date>" + DATE + "))?(?:\\.(?<index>\\d{1,9}))?");
    /** What Logback calls a file while it is being compressed. */
    private static final Pattern BEING_COMPRESSED = Pattern.compile("\\d{6,}\\.tmp$");

    private static final String GZ = ".gz";

    static Optional<LogFileName> of(Path file) {
        return parse(Objects.requireNonNull(file.getFileName()).toString());
    }

    /** Empty when a file of that name is no log file. */
    static Optional<LogFileName> parse(String name) {
        String rest = BEING_COMPRESSED.matcher(name).replaceFirst("");
        boolean gzipped = rest.endsWith(GZ);
        if (gzipped) {
            rest = rest.substring(0, rest.length() - GZ.length());
        }
        boolean compressed = gzipped && rest.length() + GZ.length() == name.length();
        Matcher before = BEFORE.matcher(rest);
        if (before.matches()) {
            String base = before.group("stem") + before.group("extension");
            return Optional.of(of(base, before.group("date"), before.group("index"), compressed));
        }
        Matcher after = AFTER.matcher(rest);
        if (after.matches()) {
            return Optional.of(of(after.group("base"), after.group("date"), after.group("index"), compressed));
        }
        return Optional.empty();
    }

    boolean isRotated() {
        return !date.isEmpty() || index >= 0 || gzipped;
    }

    /** Whether two names are those of one file before and after it was compressed. */
    boolean isTwinOf(LogFileName other) {
        return base.equals(other.base) && date.equals(other.date) && index == other.index;
    }

    private long step() {
        return date.isEmpty() ? -index : index;
    }

    private static LogFileName of(String base, @Nullable String date, @Nullable String index, boolean gzipped) {
        return new LogFileName(base, date == null ? "" : date, index == null ? -1 : Long.parseLong(index), gzipped);
    }
}
