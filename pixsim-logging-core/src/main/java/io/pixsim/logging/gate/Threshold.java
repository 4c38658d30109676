package io.pixsim.logging.gate;

import java.util.Locale;
import java.util.Optional;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** From which severity on something is shown. */
public enum Threshold {
    /** Everything. */
    DEBUG(Severity.DEBUG),
    /** Normal operation and worse. */
    INFO(Severity.INFO),
    /** Warnings and worse. */
    WARNING(Severity.WARNING),
    /** Errors and worse. */
    ERROR(Severity.ERROR),
    /** Only what affects the system as a whole. */
    CRITICAL(Severity.CRITICAL),
    /** Nothing. */
    OFF(null);

    private final @Nullable Severity least;

    Threshold(@Nullable Severity least) {
        this.least = least;
    }

    /**
     * The threshold that shows a severity and worse.
     *
     * @param severity the least severity that is shown
     * @return the threshold
     */
    public static Threshold of(Severity severity) {
        return valueOf(severity.name());
    }

    /**
     * Reads a threshold: {@code OFF} or what {@link Severity#parse} takes, in any case, with blanks around it.
     *
     * @param text the name
     * @return the threshold, or empty when there is none of that name
     */
    public static Optional<Threshold> parse(String text) {
        return text.strip().toUpperCase(Locale.ROOT).equals(OFF.name())
                ? Optional.of(OFF)
                : Severity.parse(text).map(Threshold::of);
    }

    boolean shows(Severity severity) {
        return least != null && severity.compareTo(least) >= 0;
    }
}
