package io.pixsim.logging.http.queue;

/**
 * How large a batch may become.
 *
 * @param events the most events
 * @param bytes the most bytes
 */
public record BatchLimits(int events, long bytes) {

    /** Endpoints that store a batch in one transaction want it to be about this large at the most: 1 MiB. */
    public static final long DEFAULT_BYTES = 1 << 20;

    /**
     * Checks that a batch can hold anything at all.
     *
     * @param events the most events
     * @param bytes the most bytes
     */
    public BatchLimits {
        if (events < 1) {
            throw new IllegalArgumentException("events < 1: " + events);
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes < 1: " + bytes);
        }
    }
}
