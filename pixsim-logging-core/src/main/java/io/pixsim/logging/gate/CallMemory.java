package io.pixsim.logging.gate;

import org.jspecify.annotations.Nullable;

/** What calls of one thread leave to its next one: the job that the last was of. Not safe for use by many threads. */
public final class CallMemory {

    private @Nullable JobState job;

    /** Nothing is remembered yet. */
    public CallMemory() {}

    /** The job, if it is the last one and of the gate of this ledger; it may have ended. */
    @Nullable
    JobState find(String jobId, Ledger ofGate) {
        JobState last = job;
        return last != null && jobId.equals(last.id()) && last.countsIn(ofGate) ? last : null;
    }

    void keep(JobState found) {
        if (job != found) {
            job = found;
        }
    }
}
