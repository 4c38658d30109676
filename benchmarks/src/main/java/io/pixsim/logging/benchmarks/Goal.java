package io.pixsim.logging.benchmarks;

/**
 * What is to be reached; a part that is not a number is not asked for.
 *
 * @param ofPeer CPU time at most, in times that of the fastest complete peer
 * @param ofBound CPU time at most, in times that of the bound
 * @param nanos CPU time at most
 * @param garbage bytes at most
 */
record Goal(double ofPeer, double ofBound, double nanos, double garbage) {

    /** A byte now and then is the meter's own. */
    static final double NO_GARBAGE = 0.5;

    static Goal ofPeer(double times) {
        return new Goal(times, Double.NaN, Double.NaN, Double.NaN);
    }

    static Goal silent(double nanos) {
        return new Goal(Double.NaN, Double.NaN, nanos, NO_GARBAGE);
    }

    Goal andOfBound(double times) {
        return new Goal(ofPeer, times, nanos, garbage);
    }

    boolean isReached(double peerTimes, double boundTimes, Row row) {
        return within(peerTimes, ofPeer)
                && within(boundTimes, ofBound)
                && within(row.cpu(), nanos)
                && within(row.garbage(), garbage);
    }

    String text() {
        if (!Double.isNaN(nanos)) {
            return "≤ %.0f ns, 0 B".formatted(nanos);
        }
        String peer = "≤ %.2f × peer".formatted(ofPeer);
        return Double.isNaN(ofBound) ? peer : peer + ", ≤ %.1f × bound".formatted(ofBound);
    }

    private static boolean within(double value, double most) {
        return Double.isNaN(most) || value <= most;
    }
}
