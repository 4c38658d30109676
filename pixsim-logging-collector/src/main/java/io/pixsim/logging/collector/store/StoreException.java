package io.pixsim.logging.collector.store;

/** The store could not do what it was asked; nothing of the request was stored. */
public class StoreException extends Exception {

    private static final long serialVersionUID = 1;

    /** A failure with what it comes from. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure that comes from nothing else. */
    public StoreException(String message) {
        super(message);
    }

    /** More waits to be stored than the store takes at once: try later. */
    public static final class Busy extends StoreException {

        private static final long serialVersionUID = 1;

        /** A refusal with its reason. */
        public Busy(String message) {
            super(message);
        }
    }

    /** The answer would have taken longer than a question may take. */
    public static final class TooSlow extends StoreException {

        private static final long serialVersionUID = 1;

        /** A refusal with its reason. */
        public TooSlow(String message) {
            super(message);
        }
    }
}
