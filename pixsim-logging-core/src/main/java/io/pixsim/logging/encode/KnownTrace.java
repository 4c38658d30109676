package io.pixsim.logging.encode;

/** The frames of a failure that came again, written as one. */
final class KnownTrace {

    private final KnownFrame[] frames;
    private final byte[] lines;
    private final long hash;

    KnownTrace(KnownFrame[] frames, byte[] lines, long hash) {
        this.frames = frames;
        this.lines = lines;
        this.hash = hash;
    }

    /** Whether these are the first frames of a failure. */
    boolean isOf(Failure failure, int count) {
        if (count != frames.length) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!frames[i].isOf(failure.frame(i))) {
                return false;
            }
        }
        return true;
    }

    /** What was written for them, each on a line of its own. */
    byte[] lines() {
        return lines;
    }

    /** The same whatever the lines. */
    long hash() {
        return hash;
    }
}
