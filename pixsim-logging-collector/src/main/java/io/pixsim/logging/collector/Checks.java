package io.pixsim.logging.collector;

/** What settings must be; errors name the broken relation and the value. */
final class Checks {

    private Checks() {}

    static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return value;
    }

    static int inRange(String name, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(name + " not in " + from + ".." + to + ": " + value);
        }
        return value;
    }

    static int days(String name, int value) {
        return inRange(name, value, 1, Integer.MAX_VALUE);
    }

    static long positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " < 1: " + value);
        }
        return value;
    }
}
