package io.pixsim.logging.examples.worker.provider;

import java.io.IOException;

/** A request that is answered with an error. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    Answer answer() throws IOException {
        Answer answer = Answer.error(status, code, String.valueOf(getMessage()));
        return status == 503 ? answer.retryAfter(1) : answer;
    }
}
