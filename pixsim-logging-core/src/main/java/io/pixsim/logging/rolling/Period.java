package io.pixsim.logging.rolling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The day or the week that a file belongs to, by its first day. */
record Period(LocalDate firstDay, Instant start, Instant end) {

    /** Longer than any change of the clocks for summer and winter, and shorter than a day. */
    private static final long TOLERATED_SECONDS = 3 * 3600;

    static Period of(Rotation.Every every, Instant instant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        LocalDate first =
                every == Rotation.Every.WEEK ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        LocalDate next = every == Rotation.Every.WEEK ? first.plusWeeks(1) : first.plusDays(1);
        return new Period(
                first,
                first.atStartOfDay(zone).toInstant(),
                next.atStartOfDay(zone).toInstant());
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    /** Whether the clock was set back so far that the period lies ahead: then the file belongs to another one. */
    boolean isAhead(Instant now) {
        return now.isBefore(start.minusSeconds(TOLERATED_SECONDS));
    }
}
