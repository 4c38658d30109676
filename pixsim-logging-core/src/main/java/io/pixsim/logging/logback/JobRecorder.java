package io.pixsim.logging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.catalog.Outcome;

/**
 * Keeps of each job the events that no sink gets, until it turns out whether they are wanted. Nothing here throws or waits.
 * Safe for use by many threads.
 */
public interface JobRecorder {

    /**
     * Keeps an event. Called on the thread that logs it, and not for any that it logs meanwhile.
     *
     * @param jobId its job
     * @param event the event, valid until this returns
     * @param written is run when the event is written after all
     */
    void record(String jobId, ILoggingEvent event, Runnable written);

    /**
     * Writes what was kept of a job, since an error of it is about to be written.
     *
     * @param jobId the job
     */
    void replay(String jobId);

    /**
     * Forgets what was kept of a job, or writes it, when it did not complete and had an error.
     *
     * @param jobId the job
     * @param outcome how it ended
     */
    void end(String jobId, Outcome outcome);
}
