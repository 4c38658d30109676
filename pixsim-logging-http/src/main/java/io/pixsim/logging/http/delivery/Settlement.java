package io.pixsim.logging.http.delivery;

/**
 * What one answer settled for good.
 *
 * @param delivered how many events are stored
 * @param rejected how many events the endpoint will never take
 * @param bytes the bytes of both
 */
record Settlement(int delivered, int rejected, long bytes) {

    /** Everything that was sent has to be sent again. */
    static final Settlement NOTHING = new Settlement(0, 0, 0);
}
