package io.pixsim.logging.collector.web;

import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Wire;

/** Which pages of other origins may call: none, unless told. */
final class CrossOrigin {

    private static final String ANY = "*";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final Set<String> origins;

    CrossOrigin(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Says who may read the answer; answers a browser that only asks whether it may send. */
    boolean isAnswered(Exchange exchange) {
        String origin = exchange.header("Origin");
        if (origin == null) {
            return false;
        }
        if (!origins.contains(ANY) && !origins.contains(origin)) {
            return isRefused(exchange, origin);
        }
        exchange.header(ALLOWED, origin);
        exchange.response().getHeaders().add("Vary", "Origin");
        if (!exchange.method().equals("OPTIONS") || exchange.header("Access-Control-Request-Method") == null) {
            return false;
        }
        exchange.reply(Reply.empty(
                204,
                Map.of(
                        "Access-Control-Allow-Methods",
                        "GET, POST",
                        "Access-Control-Allow-Headers",
                        "Content-Type, Content-Encoding, Authorization, Last-Event-ID, X-Request-ID, X-Trace-ID, "
                                + Wire.BATCH_ID_HEADER,
                        "Access-Control-Max-Age",
                        "3600")));
        return true;
    }

    /** A browser sends some requests for a foreign page without asking; whoever sends one can do harm without an answer. */
    private static boolean isRefused(Exchange exchange, String origin) {
        boolean isOwn = origin.replaceFirst("^https?://", "").equals(exchange.header("Host"));
        if (isOwn || READS.contains(exchange.method())) {
            return false;
        }
        exchange.reply(Reply.error(403, "forbidden_origin", "pages of this origin have to be allowed to write"));
        return true;
    }
}
