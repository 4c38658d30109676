package io.pixsim.logging.encode;

/** Who reads the JSON. The two differ only in what an integer field becomes that holds something else. */
public enum Dialect {
    /** People and files: text in an integer field stays as it is, {@code "job_id":"job-abc123"}. */
    LINES,
    /**
     * The PixSim ingest endpoint, whose columns are 32-bit integers: what does not fit is written as text under {@code
     * <name>_raw}, so that one event never costs its batch.
     */
    PIXSIM_BATCH
}
