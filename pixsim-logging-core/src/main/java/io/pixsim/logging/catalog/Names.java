package io.pixsim.logging.catalog;

import java.util.Locale;
import java.util.Optional;

/** What fields and levels are called in a line. A field may be logged under either name. */
public enum Names {
    /** The catalog's. */
    PIXSIM,
    /**
     * Those of a project whose logs are read job by job: {@code ts}, {@code component}, {@code projectId}, {@code jobId},
     * and the four levels {@code debug}, {@code info}, {@code warn}, {@code error}. Other names stay as they are.
     */
    JOB_CENTRIC;

    /**
     * Reads what {@code PIXSIM_LOG_NAMES} says, in any case.
     *
     * @param text {@code pixsim} or {@code job_centric}
     * @return the names, or empty when the text is neither
     */
    public static Optional<Names> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "pixsim" -> Optional.of(PIXSIM);
            case "job_centric" -> Optional.of(JOB_CENTRIC);
            default -> Optional.empty();
        };
    }
}
