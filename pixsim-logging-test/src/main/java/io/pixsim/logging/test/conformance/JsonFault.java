package io.pixsim.logging.test.conformance;

/** Why a text is no JSON. */
final class JsonFault extends Exception {

    private static final long serialVersionUID = 1L;

    JsonFault(String message) {
        super(message, null, false, false);
    }
}
