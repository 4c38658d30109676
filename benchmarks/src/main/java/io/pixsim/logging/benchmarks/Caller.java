package io.pixsim.logging.benchmarks;

import java.util.Map;

/** A whole logging call, from the program's line to the stream. For many threads. */
interface Caller {

    /** Binds the context to the calling thread. */
    void bind(Map<String, String> context);

    /** Exchanges one entry of the calling thread's context. */
    void rebind(String name, String value);

    /** Logs what the event says itself, at INFO, in the thread's context. */
    void log(Event event);
}
