package io.pixsim.logging.sink;

import org.jspecify.annotations.Nullable;

/**
 * Bounds what values log while they are written: that is written too, but each of it may do the same again. Safe for use by
 * many threads.
 */
public final class Nesting {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NESTED = 64;
    private static final int DEPTH = 0;
    private static final int NESTED = 1;

    /** Of no class of this library, which a thread that outlives it would hold. */
    private final ThreadLocal<int[]> threads = ThreadLocal.withInitial(() -> new int[2]);

    /** Nothing is written yet. */
    public Nesting() {}

    /**
     * An event is to be written on this thread.
     *
     * @return to be given to {@link #leave}; null when the event goes too far and is not to be written
     */
    public int @Nullable [] enter() {
        int[] now = threads.get();
        if (now[DEPTH] == 0) {
            now[NESTED] = 0;
        } else if (now[DEPTH] == MAX_DEPTH || now[NESTED]++ >= MAX_NESTED) {
            return null;
        }
        now[DEPTH]++;
        return now;
    }

    /**
     * The event is written.
     *
     * @param entered what {@link #enter} gave
     */
    public static void leave(int[] entered) {
        entered[DEPTH]--;
    }
}
