package io.pixsim.logging.http.transport;

/** Sends batches. One thread sends; any thread may close. */
public interface Transport extends AutoCloseable {

    /**
     * Sends the events in one request and waits for the answer, for a bounded time, on the calling thread. Never throws
     * for what a network or an endpoint does.
     *
     * @param shipment finished events and their batch id
     * @return what became of them
     */
    Outcome send(Shipment shipment);

    /**
     * Makes ready for a yes, by the thread that sends, while the endpoint is left alone and there is time: the first answer
     * that is read takes long, since the classes for it have to be loaded.
     */
    default void warmUp() {}

    /** Breaks off the request that is under way, if any, and lets go of all connections. What is sent later fails. */
    @Override
    void close();
}
