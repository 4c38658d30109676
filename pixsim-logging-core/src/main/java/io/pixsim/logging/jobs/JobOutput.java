package io.pixsim.logging.jobs;

import io.pixsim.logging.rolling.AppendFile;
import org.jspecify.annotations.Nullable;

/** How far the writing of a job's file is. For the writer's thread. */
final class JobOutput {

    final JobFile job;

    @Nullable
    AppendFile open;

    /** When it was asked last whether the path still leads to the file. */
    long lookedAt;

    /** When a line of the job came last. */
    long lastSeen;

    /** Whether the file is known to end with a whole line. */
    boolean whole;

    /** How large it was after the last line. */
    long size;

    int firstLine = JobFile.NOTHING;
    int lastLine = JobFile.NOTHING;

    JobOutput(JobFile job) {
        this.job = job;
    }

    void close() {
        AppendFile file = open;
        if (file != null) {
            file.close();
        }
        open = null;
    }
}
