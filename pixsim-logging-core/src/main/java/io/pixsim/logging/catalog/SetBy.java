package io.pixsim.logging.catalog;

/** Who gives a {@link Field} its value. */
public enum SetBy {
    /** The encoder, from the event itself; what a program logs under such a name stands under {@code <name>_raw}. */
    ENCODER,
    /** The settings, unless the context or the event brings its own. */
    SETTINGS,
    /** The gate, on an event that stands for others. */
    GATE,
    /** The exception of the event, unless the program says it itself. */
    EXCEPTION,
    /** The program: on a call, or bound to a context. */
    PROGRAM
}
