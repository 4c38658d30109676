package io.pixsim.logging.diagnostics;

/** Whether an endpoint takes what it is sent. */
public enum Circuit {
    /** The last request went well, or there was none yet. */
    CLOSED,
    /** The endpoint takes nothing now: it is left alone until the pause is over. */
    OPEN,
    /** The pause is over, and one request finds out. */
    HALF_OPEN;

    Circuit worse(Circuit other) {
        if (this == OPEN || other == OPEN) {
            return OPEN;
        }
        return this == HALF_OPEN ? this : other;
    }
}
