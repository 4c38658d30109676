package io.pixsim.logging.test.conformance;

/**
 * A check that a case failed.
 *
 * @param check which
 * @param detail what was found, or missing
 */
public record Finding(Check check, String detail) {

    @Override
    public String toString() {
        return check.failure() + ": " + detail;
    }
}
