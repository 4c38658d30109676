package io.pixsim.logging.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The files of the jobs that were heard of lately, by the job's id. An event that does not tell its project goes to the file
 * that the job has already, if it has one. Forgetting a job costs nothing but finding its path again. Safe for use by many
 * threads.
 */
final class JobTable {

    static final int MOST = 20_000;

    private static final long A_WHILE = TimeUnit.SECONDS.toNanos(1);
    private static final long LATELY = TimeUnit.MINUTES.toNanos(1);

    private final Path root;
    private final JobPattern pattern;
    private final LongSupplier nanoClock;
    private final Map<String, JobFile> files = new ConcurrentHashMap<>();

    JobTable(Path root, JobPattern pattern, LongSupplier nanoClock) {
        this.root = root.toAbsolutePath().normalize();
        this.pattern = pattern;
        this.nanoClock = nanoClock;
    }

    JobFile find(String jobId, @Nullable String projectId) {
        JobFile first = files.get(jobId);
        JobFile file = find(first, projectId);
        if (file == null) {
            file = Objects.requireNonNull(
                    find(files.compute(jobId, (id, known) -> with(known, id, projectId)), projectId));
        }
        long now = nanoClock.getAsLong();
        if (now - file.lastSeen > A_WHILE) { // what is only read is in the cache of every core
            file.lastSeen = now;
        }
        return file;
    }

    Path path(String jobId, @Nullable String projectId) {
        return root.resolve(pattern.path(projectId, jobId));
    }

    Path root() {
        return root;
    }

    JobPattern pattern() {
        return pattern;
    }

    /** The job is over: its files may be closed. */
    void end(String jobId) {
        for (JobFile file = files.get(jobId); file != null; file = file.next) {
            file.ended = true;
        }
    }

    /** Forgets jobs that were not heard of lately, when there are too many. */
    void trim() {
        if (files.size() > MOST) {
            long now = nanoClock.getAsLong();
            files.values().removeIf(file -> file.ended || now - file.lastSeen > LATELY);
            files.keySet().stream().limit(Math.max(0, files.size() - MOST)).forEach(files::remove);
        }
    }

    int size() {
        return files.size();
    }

    private JobFile with(@Nullable JobFile known, String jobId, @Nullable String projectId) {
        JobFile found = find(known, projectId);
        return found != null && known != null
                ? known
                : new JobFile(projectId, path(jobId, projectId), known, nanoClock.getAsLong());
    }

    private static @Nullable JobFile find(@Nullable JobFile first, @Nullable String projectId) {
        if (projectId == null) {
            return first;
        }
        JobFile file = first;
        while (file != null && !projectId.equals(file.projectId)) {
            file = file.next;
        }
        return file;
    }
}
