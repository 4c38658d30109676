package io.pixsim.logging.gate;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event.
 *
 * @param kept whether it is written
 * @param sampleRate how many events of its kind it stands for; 1 when it stands for itself
 * @param suppressed why it is held back; null when it is written, and when no level shows it in the first place
 */
public record Decision(
        boolean kept, int sampleRate, @Nullable SuppressReason suppressed) {

    /** It is written and stands for itself. */
    public static final Decision KEEP = new Decision(true, 1, null);

    /** No level shows it: it counts as never logged. */
    public static final Decision HIDE = new Decision(false, 1, null);

    static final Decision SAMPLED_OUT = suppress(SuppressReason.SAMPLED);
    static final Decision BELOW_CRITICAL = suppress(SuppressReason.BELOW_CRITICAL);
    static final Decision LEVEL = suppress(SuppressReason.LEVEL);

    private static Decision suppress(SuppressReason reason) {
        return new Decision(false, 1, reason);
    }
}
