package io.pixsim.logging.examples.worker.provider;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * The provider's interface.
 *
 * <pre>
 * POST /v1/generations               submit
 * GET  /v1/generations/{id}          poll
 * GET  /v1/generations/{id}/content  download
 * </pre>
 */
final class GenerationHandler implements HttpHandler {

    static final String PATH = "/v1/generations";

    private static final int MOST_BYTES = 4 << 20;

    private final Generations generations;

    GenerationHandler(Generations generations) {
        this.generations = generations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return route(exchange);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer route(HttpExchange exchange) throws IOException, Refusal {
        String call =
                exchange.getRequestMethod() + exchange.getRequestURI().getPath().substring(PATH.length());
        if (call.equals("POST")) {
            return generations
                    .submit(exchange.getRequestHeaders(), body(exchange))
                    .state(202);
        }
        if (call.startsWith("GET/") && call.endsWith("/content")) {
            return generations.find(call.substring(4, call.length() - 8)).content();
        }
        if (call.startsWith("GET/")) {
            return generations.find(call.substring(4)).state(200);
        }
        throw new Refusal(404, "not_found", "nothing at " + exchange.getRequestURI());
    }

    private static byte[] body(HttpExchange exchange) throws IOException, Refusal {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refusal(413, "too_large", "more than " + MOST_BYTES + " bytes");
        }
        return body;
    }
}
