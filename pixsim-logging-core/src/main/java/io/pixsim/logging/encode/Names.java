package io.pixsim.logging.encode;

import io.pixsim.logging.catalog.JobCentricNames;
import io.pixsim.logging.catalog.Severity;

/** What fields and levels are called in a line. A field may be logged under either name. */
public enum Names {
    /** The catalog's. */
    PIXSIM,
    /**
     * Those of a project whose logs are read job by job: {@code ts}, {@code component}, {@code projectId}, {@code jobId},
     * and the four levels {@code debug}, {@code info}, {@code warn}, {@code error}. Other names stay as they are.
     */
    JOB_CENTRIC;

    /** How a name is written. */
    String written(String name) {
        if (this == PIXSIM) {
            return name;
        }
        return switch (name) {
            case "timestamp" -> "ts";
            case "service" -> "component";
            case "project_id" -> JobCentricNames.PROJECT_ID;
            case "job_id" -> JobCentricNames.JOB_ID;
            default -> name;
        };
    }

    /** The catalog's name of what a program called so. */
    String meant(String name) {
        if (this == PIXSIM) {
            return name;
        }
        return switch (name) {
            case "ts" -> "timestamp";
            case "component" -> "service";
            case JobCentricNames.PROJECT_ID -> "project_id";
            case JobCentricNames.JOB_ID -> "job_id";
            default -> name;
        };
    }

    String level(Severity severity) {
        if (this == PIXSIM) {
            return severity.wireName();
        }
        return switch (severity) {
            case DEBUG, INFO, ERROR -> severity.wireName();
            case WARNING -> "warn";
            case CRITICAL -> Severity.ERROR.wireName();
        };
    }
}
