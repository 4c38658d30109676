package io.pixsim.logging.faults;

/** What an endpoint does to a request instead of storing it and saying so. */
enum Fault {
    /** Nothing: stores the batch and says so. */
    NONE,
    /** Says yes, and stores the batch when somebody asks what is stored: as fast as an endpoint can be. */
    KEEPS_FOR_LATER,
    BUSY_503(503),
    TOO_MANY_429(429),
    /** Says when to come again. */
    ASKS_FOR_THREE_SECONDS(HttpMessage.answer(429, "application/json", "{}", "Retry-After: 3")),
    ERROR_500(500),
    /** A proxy that lost its server. */
    GATEWAY_502(HttpMessage.answer(502, "text/html", "<html>Bad Gateway</html>")),
    /** Resets the connection before the request is read. */
    RESET,
    /** Stores the batch and resets the connection instead of answering. */
    ANSWER_LOST,
    /** Stores the batch and sends half of the answer. */
    HALF_ANSWER,
    /** Sends the beginning of an answer and nothing of its body, and stores nothing. */
    HALF_PROMISE,
    /** Never answers; the connection stays open until the endpoint is told to mend its ways. */
    HANG,
    /** Reads very slowly, then stores. */
    SLOW_READER,
    /** A page for people. */
    PAGE(HttpMessage.answer(200, "text/html", "<html>Welcome</html>")),
    /** Wants other credentials, once. */
    DENIED_401(401);

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final byte[] answer;

    Fault() {
        this(new byte[0]);
    }

    Fault(int status) {
        this(HttpMessage.answer(status, "application/json", "{\"detail\":\"as the test asked\"}"));
    }

    Fault(byte[] answer) {
        this.answer = answer;
    }

    /** What is said where nothing more happens than that. */
    byte[] answer() {
        return answer;
    }
}
