package io.pixsim.logging;

/**
 * What a level is for that changes at run time, see {@link Logging#level(LevelScope,
 * io.pixsim.logging.catalog.Severity)}: one job or one domain. Immutable.
 */
public final class LevelScope {

    private final boolean job;
    private final String key;

    private LevelScope(boolean job, String key) {
        this.job = job;
        this.key = key;
    }

    /**
     * The events of one job.
     *
     * @param jobId the {@code job_id} field
     * @return the scope
     */
    public static LevelScope forJob(long jobId) {
        return new LevelScope(true, Long.toString(jobId));
    }

    /**
     * The events of one job.
     *
     * @param jobId the {@code job_id} field; not blank
     * @return the scope
     */
    public static LevelScope forJob(String jobId) {
        return new LevelScope(true, Checks.notBlank("jobId", jobId));
    }

    /**
     * The events of one domain.
     *
     * @param domain the {@code domain} field, exactly; not blank
     * @return the scope
     */
    public static LevelScope forDomain(String domain) {
        return new LevelScope(false, Checks.notBlank("domain", domain));
    }

    boolean isJob() {
        return job;
    }

    String key() {
        return key;
    }

    @Override
    public String toString() {
        return (job ? "job " : "domain ") + key;
    }
}
