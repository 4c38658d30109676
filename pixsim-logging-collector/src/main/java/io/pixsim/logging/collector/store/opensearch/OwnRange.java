package io.pixsim.logging.collector.store.opensearch;

import org.jspecify.annotations.Nullable;

/** The range of ids that this process stores under, so that whoever watches can say for it that it is at work. */
final class OwnRange {

    private Register.@Nullable Range range;
    private boolean lost;

    synchronized void hold(Register.Range opened) {
        range = opened;
        lost = false;
    }

    synchronized void forget() {
        range = null;
        lost = false;
    }

    synchronized Register.@Nullable Range held() {
        return range;
    }

    /** Others have given it up. */
    synchronized void lose(Register.Range gone) {
        lost |= gone.equals(range);
    }

    synchronized boolean isLost() {
        return lost;
    }
}
