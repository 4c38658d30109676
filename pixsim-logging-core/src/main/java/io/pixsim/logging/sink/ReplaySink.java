package io.pixsim.logging.sink;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.encode.Line;

/**
 * A sink that takes what was recorded of a job when the job has failed. Its events are read job by job, not in the order of
 * their files, and to hand one over costs no more than a copy.
 */
public interface ReplaySink {

    /**
     * Takes an event that was recorded. Filters of the sink hold for it.
     *
     * @param event what a sink goes by: level, logger, time, job and project; nothing else of it is there any more
     * @param line the event, encoded
     */
    void replay(ILoggingEvent event, Line line);

    /**
     * Whether what it takes gets anywhere.
     *
     * @return true, but for one that only hands it on and has nobody to hand it to
     */
    default boolean takesReplays() {
        return true;
    }
}
