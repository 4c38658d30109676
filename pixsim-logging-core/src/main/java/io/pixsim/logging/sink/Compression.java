package io.pixsim.logging.sink;

import java.util.Locale;
import java.util.Optional;

/** Whether requests are packed with gzip. An endpoint that refuses a packed request gets it again as it is. */
public enum Compression {
    /**
     * OTLP and bulk are packed from the start; a PixSim batch is once an answer of the endpoint has said {@code
     * Accept-Encoding: gzip}.
     */
    AUTO,
    /** Packed from the start. */
    GZIP,
    /** Never packed. */
    NONE;

    /** What {@link #parse} takes, in words. */
    public static final String ALLOWED = "auto, gzip or none";

    /**
     * Reads a compression's name, in any case.
     *
     * @param name the name
     * @return the compression, or empty when there is none of that name
     */
    public static Optional<Compression> parse(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> Optional.of(AUTO);
            case "gzip" -> Optional.of(GZIP);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }
}
