package io.pixsim.logging.collector.ingest;

import java.util.Locale;

/** Why a request that brought events was refused as a whole; nothing of it was stored. */
public enum Refusal {
    /** The body is not what it says it is. */
    MALFORMED,
    /** The body is well formed and of another shape. */
    INVALID,
    /** A token is missing or wrong. */
    UNAUTHORIZED,
    /** There is too much of it. */
    TOO_LARGE,
    /** It is of a kind, or packed in a way, that nobody here knows. */
    UNSUPPORTED,
    /** Too much waits already. */
    BUSY,
    /** The store failed. */
    UNAVAILABLE,
    /** Anything else. */
    OTHER;

    /** What a status of 400 or more says. */
    public static Refusal ofStatus(int status) {
        return switch (status) {
            case 400 -> MALFORMED;
            case 422 -> INVALID;
            case 401, 403 -> UNAUTHORIZED;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED;
            case 429 -> BUSY;
            case 503, 507 -> UNAVAILABLE;
            default -> OTHER;
        };
    }

    /** What it is called in answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
