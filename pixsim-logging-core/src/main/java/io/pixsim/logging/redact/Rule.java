package io.pixsim.logging.redact;

import java.util.Locale;

/** Why something is hidden; what the counters are called. */
enum Rule {
    /** A value under a sensitive key. */
    KEY,
    /** Credentials behind an authentication scheme. */
    AUTHORIZATION,
    /** A JSON web token, signed or encrypted. */
    JWT,
    /** A private key in PEM. */
    PRIVATE_KEY,
    /** Credentials in a URL or a connection string. */
    URL,
    /** A token of a known vendor. */
    VENDOR_TOKEN,
    /** The number of a payment card. */
    CARD,
    /** The folder of a model's weights. */
    PATH,
    /** An option of a command line. */
    COMMAND_LINE,
    /** A secret told in a sentence. */
    PROSE,
    /** An e-mail address. */
    EMAIL,
    /** An IP address. */
    IP,
    /** A {@link Secret} or a {@link Sensitive} component. */
    TYPE;

    private final String label = name().toLowerCase(Locale.ROOT);

    String label() {
        return label;
    }
}
