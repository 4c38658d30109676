package io.pixsim.logging.collector.store;

import java.util.Comparator;

/** In which order entries are given. Each is total: no two entries are at the same place. */
public enum Order {
    /** By time, newest first; of the same time, the one that came last first. */
    NEWEST_FIRST,
    /** By time, oldest first; of the same time, the one that came first first. */
    OLDEST_FIRST,
    /** As they came. */
    ARRIVAL;

    /** What tells which of two places comes first. */
    public Comparator<Position> comparator() {
        Comparator<Position> byTime = Comparator.comparingLong(Position::micros).thenComparingLong(Position::id);
        return switch (this) {
            case NEWEST_FIRST -> byTime.reversed();
            case OLDEST_FIRST -> byTime;
            case ARRIVAL -> Comparator.comparingLong(Position::id);
        };
    }
}
