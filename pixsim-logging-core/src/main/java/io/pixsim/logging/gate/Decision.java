package io.pixsim.logging.gate;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event.
 *
 * @param sampleRate how many events of its kind it stands for; 1 when it stands for itself
 * @param suppressed why it is not written; null when it is
 */
public record Decision(int sampleRate, @Nullable SuppressReason suppressed) {

    /** It is written and stands for itself. */
    public static final Decision KEEP = new Decision(1, null);

    static final Decision SAMPLED_OUT = new Decision(1, SuppressReason.SAMPLED);
    static final Decision BELOW_CRITICAL = new Decision(1, SuppressReason.BELOW_CRITICAL);
}
