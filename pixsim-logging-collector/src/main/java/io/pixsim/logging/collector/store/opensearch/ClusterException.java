package io.pixsim.logging.collector.store.opensearch;

import java.util.concurrent.TimeoutException;

import io.pixsim.logging.collector.store.StoreException;

/** The cluster did not do what it was asked, or nobody knows whether it did. */
final class ClusterException extends Exception {

    private static final long serialVersionUID = 1;

    private static final int BAD = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Kind kind;
    private final int status;
    private final boolean ofItem;

    /** How far a call came. */
    enum Kind {
        /** The cluster said no. */
        REFUSED,
        /** No node was reached: nothing was done. */
        UNREACHABLE,
        /** The connection broke before there was an answer: it may have been done. */
        LOST,
        /** There was no answer in time: it may be done yet. */
        TOO_SLOW
    }

    ClusterException(int status, String message) {
        this(status, message, false);
    }

    private ClusterException(int status, String message, boolean ofItem) {
        super(message);
        this.kind = Kind.REFUSED;
        this.status = status;
        this.ofItem = ofItem;
    }

    /** One entry of many was refused. */
    static ClusterException ofItem(int status, String message) {
        return new ClusterException(status, message, true);
    }

    /** Each answer came in time, and all of them would not. */
    static ClusterException tooSlow(String message) {
        return new ClusterException(Kind.TOO_SLOW, message, new TimeoutException(message));
    }

    ClusterException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = 0;
        this.ofItem = false;
    }

    private String told() {
        return String.valueOf(getMessage());
    }

    Kind kind() {
        return kind;
    }

    boolean isOfItem() {
        return ofItem;
    }

    boolean isConflict() {
        return status == CONFLICT;
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Whether the cluster has no part that does such a thing. */
    boolean isNotOffered() {
        return status == BAD && told().contains("no handler found");
    }

    /** Whether what was to be made is there. */
    boolean isAlreadyThere() {
        return told().contains("resource_already_exists");
    }

    /** Whether it may be done, or will be, although there was no answer. */
    boolean isUncertain() {
        return kind == Kind.LOST || kind == Kind.TOO_SLOW;
    }

    /** Whether the cluster may take later what it does not take now. */
    boolean isBusy() {
        return status == TOO_MANY || status == UNAVAILABLE;
    }

    /** Whether a part of what it holds can't be asked. */
    boolean isUnavailable() {
        return status == UNAVAILABLE;
    }

    /** The same for those who write. */
    StoreException whileStoring() {
        return status == TOO_MANY
                ? new StoreException.Busy("the cluster takes no more: " + getMessage())
                : new StoreException("not stored: " + getMessage(), this);
    }

    /** The same for those who ask. */
    StoreException whileAsking() {
        return switch (kind) {
            case TOO_SLOW ->
                new StoreException.TooSlow(told() + ": ask for a shorter time, or by job_id, request_id or trace_id");
            case REFUSED ->
                status == TOO_MANY
                        ? new StoreException.Busy("the cluster takes no more questions: " + getMessage())
                        : new StoreException("not answered: " + getMessage(), this);
            default -> new StoreException("not answered: " + getMessage(), this);
        };
    }
}
