package io.pixsim.logging.redact;

/** A part of a text, in one number: finders make no object. */
final class Range {

    static final long NONE = -1;

    private Range() {}

    static long of(int from, int to) {
        return ((long) from << 32) | to;
    }

    static int from(long range) {
        return (int) (range >>> 32);
    }

    static int to(long range) {
        return (int) range;
    }
}
