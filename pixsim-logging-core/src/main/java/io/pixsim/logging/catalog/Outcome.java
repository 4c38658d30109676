package io.pixsim.logging.catalog;

import java.util.Locale;

/** How a job ended, as far as its stages tell. */
public enum Outcome {
    /** The last that told was {@code provider:complete}. */
    COMPLETED,
    /** The last that told was {@code provider:error}. */
    FAILED,
    /** Nothing told, or it went on after that. */
    UNKNOWN;

    /**
     * What it is called in events.
     *
     * @return the name in lower case
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
