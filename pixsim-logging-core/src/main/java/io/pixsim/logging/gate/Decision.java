package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event.
 *
 * @param kept whether it is written
 * @param sampleRate how many events of its kind it stands for; 1 when it stands for itself
 * @param heldBack how many of its kind were held back since the last that was written
 * @param suppressed why it is held back; null when it is written, and when no level shows it in the first place
 * @param notices events to be written before it
 */
public record Decision(
        boolean kept,
        int sampleRate,
        long heldBack,
        @Nullable SuppressReason suppressed,
        List<Notice> notices) {

    /** It is written and stands for itself. */
    public static final Decision KEEP = keep(1, 0);

    /** No level shows it: it counts as never logged. */
    public static final Decision HIDE = new Decision(false, 1, 0, null, List.of());

    static final Decision SAMPLED = suppress(SuppressReason.SAMPLED);
    static final Decision JOB_SAMPLED = suppress(SuppressReason.JOB_SAMPLED);
    static final Decision RATE_LIMITED = suppress(SuppressReason.RATE_LIMITED);
    static final Decision DUPLICATE = suppress(SuppressReason.DUPLICATE);
    static final Decision UNCHANGED_POLL = suppress(SuppressReason.UNCHANGED_POLL);
    static final Decision EXCLUDED_PATH = suppress(SuppressReason.EXCLUDED_PATH);
    static final Decision BELOW_CRITICAL = suppress(SuppressReason.BELOW_CRITICAL);
    static final Decision LEVEL = suppress(SuppressReason.LEVEL);

    static Decision keep(int sampleRate, long heldBack) {
        return new Decision(true, sampleRate, heldBack, null, List.of());
    }

    /** What becomes of an event that this rule keeps and another one judges too. */
    Decision and(Decision other) {
        if (!other.kept || !standsForOthers()) {
            return other;
        }
        if (!other.standsForOthers()) {
            return this;
        }
        long rate = (long) sampleRate * other.sampleRate;
        return keep((int) Math.min(Integer.MAX_VALUE, rate), heldBack + other.heldBack);
    }

    Decision after(List<Notice> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(others);
        return new Decision(kept, sampleRate, heldBack, suppressed, List.copyOf(all));
    }

    /**
     * Whether a kept event has to say what it stands for.
     *
     * @return true when it stands for more than itself
     */
    public boolean standsForOthers() {
        return sampleRate > 1 || heldBack > 0;
    }

    private static Decision suppress(SuppressReason reason) {
        return new Decision(false, 1, 0, reason, List.of());
    }
}
