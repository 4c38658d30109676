package io.pixsim.logging;

import java.time.Duration;
import java.util.Objects;

/** What is wrong with an argument is told with the broken relation and the value. */
final class Checks {

    private Checks() {}

    static String notBlank(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return value;
    }

    static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " < 1: " + value);
        }
        return value;
    }

    static int inRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " not in " + least + ".." + most + ": " + value);
        }
        return value;
    }

    static Duration moreThanZero(String name, Duration value) {
        if (Objects.requireNonNull(value, name).isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " <= 0: " + value);
        }
        return value;
    }
}
