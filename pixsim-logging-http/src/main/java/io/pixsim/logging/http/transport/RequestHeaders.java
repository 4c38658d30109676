package io.pixsim.logging.http.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.pixsim.logging.sink.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who is sending: what the URL says in front of its host, over that the token, over that what the program supplies. For
 * one thread.
 */
final class RequestHeaders {

    private static final String AUTHORIZATION = "Authorization";

    private final Map<String, String> fixed = new LinkedHashMap<>();
    private final @Nullable Supplier<Map<String, String>> supplier;
    private @Nullable Map<String, String> supplied;

    RequestHeaders(HttpUrl url, Credentials credentials) {
        basic(url).ifPresent(value -> fixed.put(AUTHORIZATION, value));
        credentials.token().ifPresent(token -> fixed.put(AUTHORIZATION, "Bearer " + token));
        supplier = credentials.headers().orElse(null);
    }

    /** Basic authentication by the user and password in front of a host. */
    static Optional<String> basic(HttpUrl url) {
        if (url.username().isEmpty() && url.password().isEmpty()) {
            return Optional.empty();
        }
        byte[] pair = (url.username() + ":" + url.password()).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /**
     * Adds the headers.
     *
     * @throws SupplierFailedException when the program gives none, or one that can't be sent
     */
    void addTo(Request.Builder request) throws SupplierFailedException {
        fixed.forEach(request::header);
        if (supplier != null) {
            if (supplied == null) {
                supplied = ask(supplier);
            }
            supplied.forEach(request::header);
        }
    }

    /** Asks the program again, and says whether there is something new to try. */
    boolean refresh() throws SupplierFailedException {
        if (supplier == null) {
            return false;
        }
        Map<String, String> before = supplied;
        supplied = ask(supplier);
        return !supplied.equals(before);
    }

    private static Map<String, String> ask(Supplier<Map<String, String>> supplier) throws SupplierFailedException {
        Map<String, String> headers;
        try {
            headers = Map.copyOf(supplier.get());
        } catch (RuntimeException e) {
            throw new SupplierFailedException(e.getClass().getSimpleName());
        }
        if (!headers.entrySet().stream().allMatch(h -> isName(h.getKey()) && isValue(h.getValue()))) {
            throw new SupplierFailedException("a name or value that can't be sent");
        }
        return headers;
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
    }

    private static boolean isValue(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f));
    }

    /** Without the cause, whose text may hold a credential. */
    static final class SupplierFailedException extends Exception {
        private static final long serialVersionUID = 1;

        private SupplierFailedException(String what) {
            super(what);
        }
    }
}
