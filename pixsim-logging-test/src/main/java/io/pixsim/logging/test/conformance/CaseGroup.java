package io.pixsim.logging.test.conformance;

/** What the cases of a group have in common. */
public enum CaseGroup {
    /** Nothing hostile: what an encoder leaves out of these it leaves out of all. */
    CONTROL("well-behaved events"),
    /** {@code toString}, getters, record accessors and suppliers that throw, or say nothing. */
    OBJECTS("objects that throw or say nothing"),
    /** Maps, lists, arrays and layers that contain themselves, nest deep or lie about what they hold. */
    CONTAINERS("containers"),
    /** Numbers that JSON or its readers don't have. */
    NUMBERS("numbers"),
    /** NUL and halves of surrogate pairs, wherever text can stand. */
    BROKEN_TEXT("text that can't be stored"),
    /** Control characters, escapes and marks that deceive a reader, wherever text can stand. */
    ODD_TEXT("text that deceives"),
    /** Keys that are missing, empty, long, given twice, or mean something to the encoder or the receiver. */
    KEYS("keys"),
    /** Megabytes, and a hundred thousand of anything. */
    SIZES("sizes"),
    /** Patterns and arguments that don't fit. */
    MESSAGES("messages and arguments"),
    /** Throwables that throw, or whose causes go in circles or on for ever. */
    THROWABLES("throwables"),
    /** Markers that refer to each other, or throw. */
    MARKERS("markers"),
    /** Values that change, log or interfere while they are written. */
    CHANGES("values that change or interfere");

    private final String title;

    CaseGroup(String title) {
        this.title = title;
    }

    /**
     * The group in some words.
     *
     * @return a title for a table
     */
    public String title() {
        return title;
    }
}
