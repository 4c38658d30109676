package io.pixsim.logging.logback;

/** Whether lines for people are coloured. */
public enum Colour {
    /** On a terminal that takes colours, unless the environment says otherwise. */
    AUTO,
    /** Wherever they go. */
    ALWAYS,
    /** Nowhere. */
    NEVER
}
