package io.pixsim.logging.jobs;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The file of one job, open or not. */
public final class JobFile {

    static final int NOTHING = -1;

    final @Nullable String projectId;
    final Path path;

    /** The file of another job with the same id, of another project. */
    final @Nullable JobFile next;

    volatile boolean ended;
    volatile long lastSeen;

    private @Nullable JobOutput output; // of the writer's thread

    JobFile(@Nullable String projectId, Path path, @Nullable JobFile next, long now) {
        this.projectId = projectId;
        this.path = path;
        this.next = next;
        this.lastSeen = now;
    }

    /** Apart, and made by the writer's thread, so that what it changes all the time is not beside what callers read. */
    JobOutput output() {
        JobOutput made = output;
        if (made == null) {
            made = new JobOutput();
            output = made;
        }
        return made;
    }

    void close() {
        output().close();
    }
}
