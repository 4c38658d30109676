package io.pixsim.logging.http;

import java.util.List;

/**
 * A place for events that is no HTTP endpoint, such as a database. Queue, batches, retries and spool are the forwarder's; a
 * destination only stores what it is handed. It is used by one thread, but for {@link #close}, which any thread may call.
 */
public interface Destination extends AutoCloseable {

    /**
     * Stores events, each a JSON object in UTF-8 as the PixSim batch has them, and waits for that, for a bounded time. What
     * is thrown counts as {@link Taken#none}.
     *
     * @param batchId the name of this batch, the same in each try and of no other batch
     * @param events finished events, at least one
     * @return what became of them
     */
    Taken take(String batchId, List<byte[]> events);

    /** Lets go of all that it holds. */
    @Override
    void close();
}
