package io.pixsim.logging.diagnostics;

/**
 * What became of the events that were recorded because no sink was to get them as they were logged. {@code recorded =
 * replayed + discarded + displaced + held}. Those that were replayed count as written too; the others were never emitted.
 *
 * @param recorded events recorded
 * @param replayed events written when their job failed
 * @param discarded events forgotten because their job ended well, or was not heard of for long
 * @param displaced events that gave way to later ones, or were too large
 * @param held events that are held in memory now
 * @param heldBytes what they take there
 * @param jobs jobs of which something is held or known
 */
public record RecorderStats(
        long recorded, long replayed, long discarded, long displaced, long held, long heldBytes, int jobs) {

    /** Nothing recorded. */
    public static final RecorderStats NONE = new RecorderStats(0, 0, 0, 0, 0, 0, 0);
}
