package io.pixsim.logging.collector.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Who may do what: one token to write, one to read, either left out. */
final class Tokens {

    private static final String SCHEME = "bearer ";
    private static final Set<String> PAIRS = Set.of("basic", "apikey");

    private final byte @Nullable [] write;
    private final byte @Nullable [] read;

    Tokens(@Nullable String write, @Nullable String read) {
        this.write = bytes(write);
        this.read = bytes(read);
    }

    boolean mayWrite(@Nullable String authorization) {
        return matches(write, authorization);
    }

    boolean mayRead(@Nullable String authorization) {
        return matches(read, authorization);
    }

    /** Besides a bearer token: the password of a user of any name, or an API key of any id. */
    boolean mayWriteInBulk(@Nullable String authorization) {
        if (mayWrite(authorization)) {
            return true;
        }
        String scheme = authorization == null ? "" : authorization.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        if (write == null || authorization == null || !PAIRS.contains(scheme)) {
            return false;
        }
        String pair = decoded(authorization.substring(scheme.length()).strip());
        return MessageDigest.isEqual(write, bytes(pair.substring(pair.indexOf(':') + 1)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** How long it takes tells nothing of the token. */
    private static boolean matches(byte @Nullable [] expected, @Nullable String authorization) {
        if (expected == null) {
            return true;
        }
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
    }

    private static byte @Nullable [] bytes(@Nullable String token) {
        return token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    }
}
