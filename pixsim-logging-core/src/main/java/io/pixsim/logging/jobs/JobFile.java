package io.pixsim.logging.jobs;

import java.nio.file.Path;

import io.pixsim.logging.rolling.AppendFile;
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

    // What follows belongs to the writer's thread.
    @Nullable
    AppendFile open;

    long lookedAt;
    boolean whole;
    int firstLine = NOTHING;
    int lastLine = NOTHING;

    JobFile(@Nullable String projectId, Path path, @Nullable JobFile next, long now) {
        this.projectId = projectId;
        this.path = path;
        this.next = next;
        this.lastSeen = now;
    }

    void close() {
        AppendFile file = open;
        if (file != null) {
            file.close();
        }
        open = null;
    }
}
