package io.pixsim.logging.web;

import java.security.SecureRandom;
import java.util.HexFormat;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request's id from whoever sends it, or makes one. An id goes into every event, into headers of answers and of
 * calls to others: so it has letters, digits and {@code . _ : -} only, and no more of them than its column takes.
 */
final class RequestIds {

    static final String HEADER = "X-Request-ID";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 10;

    private RequestIds() {}

    static String takeOrMake(@Nullable String header) {
        String id = header == null ? "" : header.strip();
        return isValid(id) ? id : make();
    }

    static boolean isValid(@Nullable String id) {
        return id != null
                && !id.isEmpty()
                && id.length() <= Fields.REQUEST_ID.maxCodePoints()
                && id.chars().allMatch(RequestIds::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == ':'
                || c == '-';
    }

    private static String make() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return "req-" + HexFormat.of().formatHex(bytes);
    }
}
