package io.pixsim.logging.http.transport;

/** Sends batches. One thread sends; any thread may close. */
public interface Transport extends AutoCloseable {

    /**
     * Sends the shipment's events in one request and waits for the answer, for a bounded time, on the calling thread. Never throws
     * for what a network or an endpoint does.
     *
     * @param shipment finished events, at least one
     * @return what became of them
     */
    Outcome send(Shipment shipment);

    /** Breaks off the request that is under way, if any, and lets go of all connections. What is sent later fails. */
    @Override
    void close();
}
