package io.pixsim.logging.collector.store.opensearch;

import org.jspecify.annotations.Nullable;

/** The range of ids that this process stores under, so that whoever watches can say for it that it is at work. */
final class OwnRange {

    private Register.@Nullable Range range;
    private long told;
    private boolean lost;

    synchronized void hold(Register.Range opened) {
        range = opened;
        told = System.nanoTime();
        lost = false;
    }

    synchronized void forget() {
        range = null;
        lost = false;
    }

    /** The range, when so much time has passed since anybody was told of it. */
    synchronized Register.@Nullable Range untoldFor(long nanos) {
        return System.nanoTime() - told < nanos ? null : range;
    }

    /** The others know of it, or have given it up. */
    synchronized void wasTold(Register.Range which, boolean isOpen) {
        if (which.equals(range)) {
            told = System.nanoTime();
            lost = !isOpen;
        }
    }

    synchronized boolean isLost() {
        return lost;
    }
}
