package io.pixsim.logging.collector.ingest.body;

/** A body that can't be taken, as a whole. */
public final class BodyException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What is wrong with a body. */
    public enum Kind {
        /** It is no JSON, or not packed as it says. */
        MALFORMED,
        /** It is JSON of another shape. */
        SHAPE,
        /** There is too much of it. */
        TOO_LARGE,
        /** It is packed in a way that nobody here knows. */
        ENCODING
    }

    /** A refusal with its reason, for the one who sent the body. */
    public BodyException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }
}
