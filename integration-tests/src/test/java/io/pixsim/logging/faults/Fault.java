package io.pixsim.logging.faults;

/** What an endpoint does to a request instead of storing it and saying so. */
enum Fault {
    /** Nothing: stores the batch and says so. */
    NONE,
    BUSY_503,
    TOO_MANY_429,
    ERROR_500,
    /** A proxy that lost its server. */
    GATEWAY_502,
    /** Resets the connection before the request is read. */
    RESET,
    /** Stores the batch and resets the connection instead of answering. */
    ANSWER_LOST,
    /** Stores the batch and sends half of the answer. */
    HALF_ANSWER,
    /** Sends the beginning of a yes and nothing of its body, and stores nothing. */
    HALF_PROMISE,
    /** Never answers; the connection stays open until the endpoint is told to mend its ways. */
    HANG,
    /** Reads very slowly, then stores. */
    SLOW_READER,
    /** A page for people. */
    PAGE,
    /** Wants other credentials, once. */
    DENIED_401
}
