package io.pixsim.logging.collector.store.sqlite;

/** Durations rounded down to eight binary digits: below 256 exact, above less than a hundredth too short. */
final class DurationBuckets {

    private static final int DIGITS = 8;
    private static final int HALF = 1 << (DIGITS - 1);

    private DurationBuckets() {}

    /** The number of the bucket of a duration; a negative one counts as 0. */
    static int of(long millis) {
        if (millis < 2 * HALF) {
            return (int) Math.max(0, millis);
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(millis) - DIGITS;
        return shift * HALF + (int) (millis >>> shift);
    }

    /** The shortest duration of a bucket. */
    static long millis(int bucket) {
        if (bucket < 2 * HALF) {
            return bucket;
        }
        int shift = bucket / HALF - 1;
        return (long) (bucket - shift * HALF) << shift;
    }
}
