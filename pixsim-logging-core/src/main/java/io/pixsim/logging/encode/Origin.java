package io.pixsim.logging.encode;

/**
 * Who emits.
 *
 * @param service the {@code service} field; not blank
 * @param env the {@code env} field; not blank
 */
public record Origin(String service, String env) {

    /** Written where no service is configured: the ingest endpoint refuses an event without one. */
    public static final String UNKNOWN_SERVICE = "unknown";

    /** Written where no environment is configured. */
    public static final String DEFAULT_ENV = "dev";

    /**
     * Checks that neither is blank.
     *
     * @param service the {@code service} field; not blank
     * @param env the {@code env} field; not blank
     */
    public Origin {
        if (service.isBlank()) {
            throw new IllegalArgumentException("service is blank");
        }
        if (env.isBlank()) {
            throw new IllegalArgumentException("env is blank");
        }
    }
}
