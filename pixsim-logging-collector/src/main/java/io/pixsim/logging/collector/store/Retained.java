package io.pixsim.logging.collector.store;

import java.time.LocalDate;
import java.util.List;

/**
 * What retention has deleted.
 *
 * @param days the days of which nothing is left, oldest first
 * @param entries how many entries were deleted of days of which something is left
 */
public record Retained(List<LocalDate> days, long entries) {

    /** Nothing was to be deleted. */
    public static final Retained NOTHING = new Retained(List.of(), 0);

    /** A copy that nobody changes. */
    public Retained {
        days = List.copyOf(days);
    }
}
