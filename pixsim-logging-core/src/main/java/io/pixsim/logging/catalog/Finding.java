package io.pixsim.logging.catalog;

import java.util.Locale;

/** What does not add up in the stages of a job. */
public enum Finding {
    /** It ended, and no {@code provider:complete} or {@code provider:error} told how. */
    NO_OUTCOME("ended without provider:complete or provider:error"),
    /** There was another attempt, and no {@code retry:decision} before it. */
    RETRY_WITHOUT_DECISION("a retry without retry:decision"),
    /** There was another attempt, and {@code attempt} was not higher than before. */
    ATTEMPT_NOT_GROWN("a retry whose attempt did not grow");

    private final String description;

    Finding(String description) {
        this.description = description;
    }

    /**
     * What it is called in events.
     *
     * @return the name in lower case
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What it is, for people.
     *
     * @return a few words
     */
    public String description() {
        return description;
    }
}
