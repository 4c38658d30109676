package io.pixsim.logging.http.spool;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where events are kept on disk, and how many.
 *
 * @param folder the folder; several processes may share it
 * @param maxBytes the most bytes of all segments in the folder; the oldest are dropped beyond it
 * @param maxAge how long a segment is kept after it was last written to
 */
public record SpoolSettings(Path folder, long maxBytes, Duration maxAge) {

    /** The most bytes on disk, unless told otherwise: 1 GiB. */
    public static final long DEFAULT_BYTES = 1L << 30;
    /** The fewest bytes that a spool may be bounded to: 1 MiB. */
    public static final long LEAST_BYTES = 1L << 20;
    /** How long events are kept, unless told otherwise. */
    public static final Duration DEFAULT_AGE = Duration.ofDays(7);

    private static final long MOST_SEGMENT_BYTES = 4L << 20;
    private static final int SEGMENTS = 8;

    /**
     * Checks the bounds.
     *
     * @param folder the folder; several processes may share it
     * @param maxBytes the most bytes of all segments in the folder; the oldest are dropped beyond it
     * @param maxAge how long a segment is kept after it was last written to
     */
    public SpoolSettings {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("spoolBytes < " + LEAST_BYTES + ": " + maxBytes);
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("spoolAge <= 0: " + maxAge);
        }
    }

    /**
     * A spool with the default bounds.
     *
     * @param folder the folder
     * @return the settings
     */
    public static SpoolSettings in(Path folder) {
        return new SpoolSettings(folder, DEFAULT_BYTES, DEFAULT_AGE);
    }

    long segmentBytes() {
        return Math.min(MOST_SEGMENT_BYTES, maxBytes / SEGMENTS);
    }
}
