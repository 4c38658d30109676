package io.pixsim.logging.collector.query;

/** There is no entry of the id that was asked for. */
public final class UnknownEntryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownEntryException(long id) {
        super("no log of the id " + id);
    }
}
