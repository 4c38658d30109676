package io.pixsim.logging.jobs;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The file of one job, open or not. */
public final class JobFile {

    static final int NOTHING = -1;

    final String jobId;
    final @Nullable String projectId;
    final Path path;

    volatile boolean ended;

    /** Under which number the writer's thread knows it, or {@link #NOTHING}; of that thread. */
    int number = NOTHING;

    JobFile(String jobId, @Nullable String projectId, Path path) {
        this.jobId = jobId;
        this.projectId = projectId;
        this.path = path;
    }
}
