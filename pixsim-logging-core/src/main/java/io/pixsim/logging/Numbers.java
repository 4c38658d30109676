package io.pixsim.logging;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads numbers and the like from settings. */
final class Numbers {

    private static final Duration MAX_SECONDS = Duration.ofHours(1);

    private Numbers() {}

    static Optional<Integer> fromOne(String text) {
        return fromOne(text, Integer.MAX_VALUE);
    }

    static Optional<Integer> fromOne(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            return number < 1 || number > most ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** More than zero, up to an hour. */
    static Optional<Duration> seconds(String text) {
        try {
            Duration duration = Duration.ofNanos(
                    new BigDecimal(text).movePointRight(9).toBigInteger().longValueExact());
            boolean inRange = duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(MAX_SECONDS) <= 0;
            return inRange ? Optional.of(duration) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> onOff(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> Optional.of(true);
            case "false", "0", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
