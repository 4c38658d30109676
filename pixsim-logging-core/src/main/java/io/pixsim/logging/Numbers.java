package io.pixsim.logging;

import java.util.Locale;
import java.util.Optional;

import ch.qos.logback.core.util.FileSize;

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

    /** A number of bytes above 0, such as {@code 500MB}. */
    static Optional<Long> size(String text) {
        try {
            return Optional.of(FileSize.valueOf(text).getSize()).filter(bytes -> bytes > 0);
        } catch (IllegalArgumentException e) {
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
