package io.pixsim.logging.collector.web;

import java.util.Arrays;
import java.util.List;

/** Who may make a request; whoever may not is answered. */
final class Access {

    private static final String GET = "GET";

    private final Tokens tokens;

    Access(Tokens tokens) {
        this.tokens = tokens;
    }

    /** At what is no secret, as those do who watch over servers. */
    boolean mayLook(Exchange exchange) {
        return isMethod(exchange, GET, "HEAD");
    }

    boolean mayRead(Exchange exchange) {
        return isMethod(exchange, GET) && isAllowed(exchange, tokens.mayRead(exchange.header("Authorization")));
    }

    boolean mayWrite(Exchange exchange, String... methods) {
        return isMethod(exchange, methods) && isAllowed(exchange, tokens.mayWrite(exchange.header("Authorization")));
    }

    /** Clients of the bulk API have other ways to show a token, too. */
    boolean mayWriteInBulk(Exchange exchange, String... methods) {
        return isMethod(exchange, methods)
                && isAllowed(exchange, tokens.mayWriteInBulk(exchange.header("Authorization")));
    }

    private static boolean isMethod(Exchange exchange, String... methods) {
        List<String> allowed = Arrays.asList(methods);
        if (allowed.contains(exchange.method())) {
            return true;
        }
        exchange.reply(Reply.error(405, "http_405", "not allowed: " + exchange.method())
                .with("Allow", String.join(", ", allowed)));
        return false;
    }

    private static boolean isAllowed(Exchange exchange, boolean allowed) {
        if (!allowed) {
            exchange.reply(Reply.error(401, "unauthorized", "a bearer token is required, and the right one")
                    .with("WWW-Authenticate", "Bearer"));
        }
        return allowed;
    }
}
