package io.pixsim.logging.files;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Finds the days of lines that tell only a time of day. A line is of the day of the one before it, or of the next when its
 * time is earlier by more than an hour; where no line tells a date, the last line is of the day on which the file was last
 * written, or the one in the file's name. A pause of a day and more can't be seen.
 */
final class Dates {

    private static final Duration JITTER = Duration.ofHours(1);
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final LogFile file;
    private final ZoneId zone;
    private final boolean backwards;
    private @Nullable LocalDateTime last;

    Dates(LogFile file, ZoneId zone, boolean backwards) {
        this.file = file;
        this.zone = zone;
        this.backwards = backwards;
    }

    /** Takes note of a line that tells its date. */
    void see(Instant instant) {
        last = LocalDateTime.ofInstant(instant, zone);
    }

    /** The instant of a line; null when it tells no time. */
    @Nullable
    Instant of(ConsoleLine line) throws IOException {
        LocalTime time = line.time();
        if (time != null) {
            last = last != null ? beside(last, time, backwards) : first(time);
            return last.atZone(zone).toInstant();
        }
        Instant told = line.instant(zone);
        last = told == null ? last : LocalDateTime.ofInstant(told, zone);
        return told;
    }

    private LocalDateTime first(LocalTime time) throws IOException {
        LocalDate named = file.day();
        if (named != null) {
            return named.atTime(time);
        }
        if (backwards) {
            return atLast(time);
        }
        LocalDateTime end = passOver();
        long days = end.toLocalDate().toEpochDay() - ANY_DAY.toEpochDay();
        return atLast(end.toLocalTime()).toLocalDate().minusDays(days).atTime(time);
    }

    /** The last moment of that time at which the file can have been written. */
    private LocalDateTime atLast(LocalTime time) {
        LocalDateTime written = LocalDateTime.ofInstant(file.written().plus(JITTER), zone);
        LocalDateTime sameDay = written.toLocalDate().atTime(time);
        return sameDay.isAfter(written) ? sameDay.minusDays(1) : sameDay;
    }

    /** Counts the days that the file goes over, from any first day. */
    private LocalDateTime passOver() throws IOException {
        LocalDateTime at = null;
        try (Lines lines = file.forward()) {
            while (lines.next()) {
                byte first = lines.from() < lines.to() ? lines.array()[lines.from()] : 0;
                ConsoleLine line = first == '[' || first == 0x1B ? ConsoleLine.read(LineText.of(lines)) : null;
                if (line != null && line.time() != null) {
                    at = at == null ? ANY_DAY.atTime(line.time()) : beside(at, line.time(), false);
                }
            }
        }
        return at == null ? ANY_DAY.atStartOfDay() : at;
    }

    private static LocalDateTime beside(LocalDateTime neighbour, LocalTime time, boolean before) {
        LocalDateTime sameDay = neighbour.toLocalDate().atTime(time);
        LocalDateTime earliest = before ? neighbour.minusDays(1).plus(JITTER).plusNanos(1) : neighbour.minus(JITTER);
        if (sameDay.isBefore(earliest)) {
            return sameDay.plusDays(1);
        }
        return sameDay.isBefore(earliest.plusDays(1)) ? sameDay : sameDay.minusDays(1);
    }
}
