package io.pixsim.logging.examples.worker.provider;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Who may submit: anybody without credentials, and the one account that the provider knows. Wrong credentials are refused.
 */
final class Credentials {

    /** Synthetic; they open nothing but this example. */
    private static final String KEY = "demo-key-not-a-secret-0001";

    private static final String TOKEN = "demo-token-not-a-secret-0001";

    private Credentials() {}

    static void check(Headers headers) throws Refusal {
        expect(headers.getFirst("Api-Key"), KEY, "api key");
        expect(headers.getFirst("Authorization"), "Bearer " + TOKEN, "bearer token");
    }

    private static void expect(@Nullable String given, String known, String what) throws Refusal {
        if (given != null && !given.equals(known)) {
            throw new Refusal(401, "unknown_credentials", "the " + what + " belongs to no account");
        }
    }
}
