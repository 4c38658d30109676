package io.pixsim.logging.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The files of the jobs that were heard of lately. An event that does not tell its project goes to the file that the last
 * event of its job went to, if there was one. Forgetting a job costs no more than that. Safe for use by many threads.
 */
final class JobTable {

    static final int MOST = 20_000;

    private final Path root;
    private final JobPattern pattern;
    private final Map<String, JobFile> byJob = new ConcurrentHashMap<>();
    private final Map<ProjectJob, JobFile> byProject = new ConcurrentHashMap<>();

    JobTable(Path root, JobPattern pattern) {
        this.root = root.toAbsolutePath().normalize();
        this.pattern = pattern;
    }

    private record ProjectJob(String projectId, String jobId) {}

    JobFile find(String jobId, @Nullable String projectId) {
        JobFile last = byJob.get(jobId);
        if (last != null && (projectId == null || projectId.equals(last.projectId))) {
            return last;
        }
        if (projectId == null) {
            return byJob.computeIfAbsent(jobId, id -> new JobFile(id, null, path(id, null)));
        }
        JobFile file = byProject.computeIfAbsent(
                new ProjectJob(projectId, jobId), of -> new JobFile(jobId, projectId, path(jobId, projectId)));
        byJob.put(jobId, file);
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

    /** The job is over: its file may be closed. */
    void end(String jobId) {
        JobFile file = byJob.get(jobId);
        if (file != null) {
            file.ended = true;
        }
    }

    /** Whether a file is among them. */
    boolean has(JobFile file) {
        String projectId = file.projectId;
        return projectId == null
                ? byJob.get(file.jobId) == file
                : byProject.get(new ProjectJob(projectId, file.jobId)) == file;
    }

    /** When there are too many, forgets those that ended or were not heard of lately; then any. */
    void trim(Predicate<JobFile> isOld) {
        trim(byProject, isOld);
        trim(byJob, isOld);
    }

    private static <K> void trim(Map<K, JobFile> files, Predicate<JobFile> isOld) {
        if (files.size() > MOST) {
            files.values().removeIf(file -> file.ended || isOld.test(file));
            files.keySet().stream().limit(Math.max(0, files.size() - MOST)).forEach(files::remove);
        }
    }

    int size() {
        return Math.max(byProject.size(), byJob.size());
    }
}
