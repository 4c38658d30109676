package io.pixsim.logging;

import java.util.Locale;
import java.util.Optional;

/** Reads numbers and the like from settings. */
final class Numbers {

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

    static Optional<Boolean> onOff(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> Optional.of(true);
            case "false", "0", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
