package io.pixsim.logging;

import java.util.Optional;

/** Reads numbers from settings. */
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
}
