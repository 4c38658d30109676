package io.pixsim.logging.diagnostics;

/** Why an event that was handed over was not delivered. Every loss has one of these names; there is no "other". */
public enum DropReason {
    /** The queue held its limit of events or bytes. */
    QUEUE_FULL,
    /** The event alone was larger than a batch may be. */
    OVERSIZE,
    /** The endpoint refused the event itself, and there is no dead-letter file, or it could not be written. */
    REJECTED,
    /** The event had waited longer than it was to be kept. */
    EXPIRED,
    /** The spool held its limit of bytes, and this event was among its oldest. */
    SPOOL_FULL,
    /** The event was in the spool and could not be read again. */
    DAMAGED,
    /** The deadline of a close passed before the event could be sent. */
    UNSENT_AT_CLOSE,
    /** The event was logged after delivery had been closed. */
    CLOSED,
    /** The event came from the library's own threads or its HTTP client and would have fed on its own delivery. */
    OWN_EVENT,
    /** The event could not be turned into bytes. */
    ENCODING_FAILED
}
