package io.pixsim.logging.http.queue;

/** What became of an event that was offered to an {@link EventQueue}. */
public enum Admission {
    /** It waits now. */
    ADMITTED,
    /** There was no room for it. */
    FULL,
    /** The queue takes no more events. */
    CLOSED
}
