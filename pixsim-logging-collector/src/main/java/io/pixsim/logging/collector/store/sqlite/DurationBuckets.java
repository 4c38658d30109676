package io.pixsim.logging.collector.store.sqlite;

/** Durations to seven binary digits: below 128 ms exact, above to within a hundredth. */
final class DurationBuckets {

    private static final int DIGITS = 7;
    private static final int HALF = 1 << (DIGITS - 1);

    /** How many there are. */
    static final int COUNT = (Long.SIZE - DIGITS + 1) * HALF;

    private DurationBuckets() {}

    /** The number of the bucket of a duration; a negative one counts as 0. */
    static int of(long millis) {
        if (millis < 2 * HALF) {
            return (int) Math.max(0, millis);
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(millis) - DIGITS;
        return shift * HALF + (int) (millis >>> shift);
    }

    /** The duration in the middle of a bucket. */
    static long millis(int bucket) {
        if (bucket < 2 * HALF) {
            return bucket;
        }
        int shift = bucket / HALF - 1;
        return ((long) (bucket - shift * HALF) << shift) + ((1L << shift) >> 1);
    }
}
