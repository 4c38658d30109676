package io.pixsim.logging.web;

import java.util.Objects;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What is known of a request when it comes in.
 *
 * @param trace the trace it belongs to; null when it names none, or a tracer has bound its own
 */
record Incoming(
        String method,
        String path,
        @Nullable String clientIp,
        String requestId,
        @Nullable TraceParent trace) {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    static Incoming read(
            String method, String path, @Nullable String remoteAddress, HeaderLookup headers, TrustedProxies proxies) {
        return new Incoming(
                Objects.requireNonNull(method, "method"),
                RequestPath.of(Objects.requireNonNull(path, "path")),
                proxies.client(remoteAddress, header(headers, FORWARDED_FOR)),
                RequestIds.takeOrMake(header(headers, RequestIds.HEADER)),
                traceOfTracer()
                        ? null
                        : TraceParent.parse(header(headers, TraceParent.HEADER)).orElse(null));
    }

    private static boolean traceOfTracer() {
        return MDC.get(Fields.TRACE_ID.name()) != null
                || Fields.aliases().keySet().stream().anyMatch(alias -> MDC.get(alias) != null);
    }

    private static @Nullable String header(HeaderLookup headers, String name) {
        try {
            return headers.get(name);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // a server's own trouble with a header it can't read; the request goes on
            return null;
        }
    }
}
