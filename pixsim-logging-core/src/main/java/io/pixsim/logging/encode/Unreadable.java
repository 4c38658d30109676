package io.pixsim.logging.encode;

/** Stands for a value that could not be read, and says why. */
final class Unreadable {

    private final String reason;

    Unreadable(String reason) {
        this.reason = reason;
    }

    @Override
    public String toString() {
        return reason;
    }
}
