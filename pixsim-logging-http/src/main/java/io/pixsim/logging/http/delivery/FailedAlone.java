package io.pixsim.logging.http.delivery;

import org.jspecify.annotations.Nullable;

/** Remembers which events failed alone, one after another, since the endpoint last stored something. */
final class FailedAlone {

    private @Nullable Piece first;
    private boolean several;

    void add(Piece event) {
        if (first == null) {
            first = event;
        } else if (first.batch().number(0) != event.batch().number(0)
                || !first.batch().origin().equals(event.batch().origin())) {
            several = true;
        }
    }

    void reset() {
        first = null;
        several = false;
    }

    /** Two different ones: rather the endpoint than both of them. */
    boolean areSeveral() {
        return several;
    }
}
