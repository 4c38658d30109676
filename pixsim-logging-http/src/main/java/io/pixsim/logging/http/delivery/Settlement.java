package io.pixsim.logging.http.delivery;

import java.util.Optional;

import io.pixsim.logging.http.queue.Batch;

/**
 * What one answer settled for good.
 *
 * @param delivered events that are stored
 * @param refused events that the endpoint will never take
 * @param status the HTTP status with which it refused them; 0 when there is none
 * @param reason why it refused them; may quote the endpoint
 */
record Settlement(Optional<Batch> delivered, Optional<Batch> refused, int status, String reason) {

    /** Everything that was sent has to be sent again. */
    static final Settlement NOTHING = new Settlement(Optional.empty(), Optional.empty(), 0, "");

    static Settlement delivered(Batch batch) {
        return new Settlement(Optional.of(batch), Optional.empty(), 0, "");
    }

    static Settlement refused(Batch batch, int status, String reason) {
        return new Settlement(Optional.empty(), Optional.of(batch), status, reason);
    }
}
