package io.pixsim.logging.http.queue;

/** What became of an event that was offered to an {@link EventQueue}. */
public enum Admission {
    /** It waits now. */
    ADMITTED,
    /** There was no room for it. */
    FULL,
    /** The queue takes no more events. */
    CLOSED;

    /**
     * Reads what {@link EventQueue#offer} gave.
     *
     * @param fill what it gave
     * @return what became of the event
     */
    public static Admission of(long fill) {
        if (fill >= 0) {
            return ADMITTED;
        }
        return fill == Fill.FULL ? FULL : CLOSED;
    }
}
