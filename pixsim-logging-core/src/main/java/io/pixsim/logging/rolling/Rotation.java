package io.pixsim.logging.rolling;

import java.time.Duration;
import java.util.Objects;

/**
 * When a file makes room for a new one, and how long what it held is kept.
 *
 * @param every how often; {@link Every#NEVER} for by size alone
 * @param maxBytes the size that it does not exceed unless one line does; 0 for no limit
 * @param keepFiles the most rotated files that are kept; 0 for no limit
 * @param keepFor how long a rotated file is kept, by when it was last written to; zero for no limit
 * @param keepBytes the most bytes that the rotated files have together, the oldest go first; 0 for no limit
 * @param compress whether rotated files are packed with gzip
 */
public record Rotation(Every every, long maxBytes, int keepFiles, Duration keepFor, long keepBytes, boolean compress) {

    /** The most bytes that the rotated files of one file have together, unless told otherwise: 10 GiB. */
    public static final long DEFAULT_KEEP_BYTES = 10L << 30;

    /** A file that only grows. */
    public static final Rotation NONE = new Rotation(Every.NEVER, 0, 0, Duration.ZERO, 0, false);

    /** How often a file makes room for a new one, in the zone of the system. */
    public enum Every {
        /** Not because of time. */
        NEVER,
        /** At midnight. */
        DAY,
        /** At midnight before Monday. */
        WEEK
    }

    /**
     * Checks the ranges.
     *
     * @param every how often
     * @param maxBytes the size that it does not exceed unless one line does; 0 for no limit
     * @param keepFiles the most rotated files that are kept; 0 for no limit
     * @param keepFor how long a rotated file is kept; zero for no limit
     * @param keepBytes the most bytes that the rotated files have together; 0 for no limit
     * @param compress whether rotated files are packed with gzip
     */
    public Rotation {
        Objects.requireNonNull(every, "every");
        notNegative("maxBytes", maxBytes);
        notNegative("keepFiles", keepFiles);
        notNegative("keepFor", keepFor.toMillis());
        notNegative("keepBytes", keepBytes);
    }

    /**
     * Each day, compressed, as long as the files have less than {@link #DEFAULT_KEEP_BYTES} together.
     *
     * @param days how many days rotated files are kept
     * @return the rotation
     */
    public static Rotation daily(int days) {
        return new Rotation(Every.DAY, 0, 0, Duration.ofDays(days), DEFAULT_KEEP_BYTES, true);
    }

    /**
     * Each week, compressed, as long as the files have less than {@link #DEFAULT_KEEP_BYTES} together.
     *
     * @param days how many days rotated files are kept
     * @return the rotation
     */
    public static Rotation weekly(int days) {
        return new Rotation(Every.WEEK, 0, 0, Duration.ofDays(days), DEFAULT_KEEP_BYTES, true);
    }

    /**
     * By size, not compressed: {@code name.1} is the newest of the rotated files.
     *
     * @param maxBytes the size that a file does not exceed
     * @param files how many rotated files are kept
     * @return the rotation
     */
    public static Rotation bySize(long maxBytes, int files) {
        return new Rotation(Every.NEVER, maxBytes, files, Duration.ZERO, 0, false);
    }

    boolean isNumbered() {
        return every == Every.NEVER;
    }

    private static void notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " < 0: " + value);
        }
    }
}
