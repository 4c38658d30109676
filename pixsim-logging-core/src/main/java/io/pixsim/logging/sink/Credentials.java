package io.pixsim.logging.sink;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is sending. A user and a password in front of an endpoint's host are basic authentication and need nothing here.
 *
 * @param token a bearer token; empty for none
 * @param headers gives the headers that each request has; empty for none. Asked before the first request, and again when
 *     an endpoint has answered 401, on the thread that sends; one that throws is asked again later
 */
public record Credentials(Optional<String> token, Optional<Supplier<Map<String, String>>> headers) {

    /** Nobody in particular. */
    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    /**
     * Checks that the token can be sent; what is told of one that can't does not hold it.
     *
     * @param token a bearer token
     * @param headers gives headers
     */
    public Credentials {
        Objects.requireNonNull(headers, "headers");
        if (token.isPresent() && !isSendable(token.get())) {
            throw new IllegalArgumentException("token holds a character that no header may have, or nothing");
        }
    }

    /**
     * A bearer token.
     *
     * @param token visible ASCII
     * @return the credentials
     */
    public static Credentials bearer(String token) {
        return new Credentials(Optional.of(token), Optional.empty());
    }

    /**
     * Headers that may change while the program runs, such as a token that expires.
     *
     * @param headers gives the headers that each request has
     * @return the credentials
     */
    public static Credentials headers(Supplier<Map<String, String>> headers) {
        return new Credentials(Optional.empty(), Optional.of(headers));
    }

    /**
     * Whether a text can be a token.
     *
     * @param token the text
     * @return false when it is empty or holds a blank, a control character or one beyond ASCII
     */
    public static boolean isSendable(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public String toString() {
        return "Credentials[token=" + (token.isPresent() ? "***" : "none") + ", headers="
                + (headers.isPresent() ? "***" : "none") + "]";
    }
}
