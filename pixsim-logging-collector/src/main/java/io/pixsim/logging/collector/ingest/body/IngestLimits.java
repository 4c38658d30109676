package io.pixsim.logging.collector.ingest.body;

/**
 * How much a request may bring.
 *
 * @param maxBodyBytes bytes of a body, as it comes and unpacked
 * @param maxBatchEvents events of a batch
 * @param maxEventBytes bytes of an event
 * @param maxDepth objects and lists within each other in an event
 */
public record IngestLimits(int maxBodyBytes, int maxBatchEvents, int maxEventBytes, int maxDepth) {

    /** 16 MiB, 20,000 events, 1 MiB, 32. */
    public static IngestLimits standard() {
        return new IngestLimits(16 << 20, 20_000, 1 << 20, 32);
    }

    /** Whether there may be one more event after so many. */
    public void requireRoom(int read) throws BodyException {
        if (read == maxBatchEvents) {
            throw new BodyException(BodyException.Kind.TOO_LARGE, "a batch of more than " + maxBatchEvents + " events");
        }
    }
}
