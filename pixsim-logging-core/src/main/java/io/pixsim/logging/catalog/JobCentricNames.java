package io.pixsim.logging.catalog;

/**
 * What projects call ids whose logs are read job by job. Events may carry them so: then they decide where an event goes as the
 * catalog's names do.
 */
public final class JobCentricNames {

    /** The job's id, {@link Fields#JOB_ID} in the catalog. */
    public static final String JOB_ID = "jobId";
    /** The project's id, {@code project_id} elsewhere. */
    public static final String PROJECT_ID = "projectId";

    private JobCentricNames() {}
}
