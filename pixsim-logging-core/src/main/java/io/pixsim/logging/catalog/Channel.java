package io.pixsim.logging.catalog;

import java.util.Locale;

/** What kind of work an event comes from: the values of {@link Fields#CHANNEL} that viewers filter by. */
public enum Channel {
    /** Work that a clock started. */
    CRON("Scheduled work"),
    /** Work on a job. */
    PIPELINE("Work on a job"),
    /** Work on a request. */
    API("Work on a request"),
    /** Start, stop and upkeep of the service itself. */
    SYSTEM("The service itself");

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final String description;

    Channel(String description) {
        this.description = description;
    }

    /**
     * What work comes through the channel.
     *
     * @return one line
     */
    public String description() {
        return description;
    }

    /**
     * How the channel is written in events.
     *
     * @return the name in lower case
     */
    @Override
    public String toString() {
        return wireName;
    }
}
