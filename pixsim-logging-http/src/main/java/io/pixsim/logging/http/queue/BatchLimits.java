package io.pixsim.logging.http.queue;

/**
 * How large a batch may become.
 *
 * @param events the most events
 * @param bytes the most bytes, as they are sent
 * @param looseBytes the most bytes of events that are not packed in memory, since those take room while they are on their
 *     way
 */
public record BatchLimits(int events, long bytes, long looseBytes) {

    /** Endpoints that store a batch in one transaction want it to be about this large at the most: 1 MiB. */
    public static final long DEFAULT_BYTES = 1 << 20;

    /**
     * Checks that a batch can hold anything at all.
     *
     * @param events the most events
     * @param bytes the most bytes
     * @param looseBytes the most bytes of events that are not packed
     */
    public BatchLimits {
        if (events < 1) {
            throw new IllegalArgumentException("events < 1: " + events);
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes < 1: " + bytes);
        }
        looseBytes = Math.min(bytes, looseBytes);
    }

    /**
     * Limits for which packed or not makes no difference.
     *
     * @param events the most events
     * @param bytes the most bytes
     */
    public BatchLimits(int events, long bytes) {
        this(events, bytes, bytes);
    }
}
