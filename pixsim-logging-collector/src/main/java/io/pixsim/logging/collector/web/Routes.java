package io.pixsim.logging.collector.web;

import java.util.Map;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.query.Json;
import io.pixsim.logging.collector.store.LogStore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Which path is answered by whom, and who may ask. */
final class Routes extends Handler.Abstract.NonBlocking {

    private static final String BASE = Wire.BATCH_PATH.substring(0, Wire.BATCH_PATH.indexOf("/ingest"));
    private static final String GET = "GET";
    private static final String POST = "POST";

    private final IngestEndpoint ingest;
    private final QueryEndpoints queries;
    private final TailEndpoint tails;
    private final LogStore store;
    private final Tokens tokens;
    private final CrossOrigin crossOrigin;
    private final PageEndpoint page = new PageEndpoint();

    Routes(
            IngestEndpoint ingest,
            QueryEndpoints queries,
            TailEndpoint tails,
            LogStore store,
            Tokens tokens,
            CrossOrigin crossOrigin) {
        this.ingest = ingest;
        this.queries = queries;
        this.tails = tails;
        this.store = store;
        this.tokens = tokens;
        this.crossOrigin = crossOrigin;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        exchange.echo("X-Request-ID");
        exchange.echo("X-Trace-ID");
        exchange.header("X-Content-Type-Options", "nosniff");
        if (crossOrigin.isAnswered(exchange)) {
            return true;
        }
        String path = exchange.path();
        if (path.startsWith(BASE + "/")) {
            api(exchange, path.substring(BASE.length()));
        } else if (path.equals("/health")) {
            exchange.reply(status("ok"));
        } else if (path.equals("/ready")) {
            ready(exchange);
        } else if (!page.isAnswered(exchange)) {
            exchange.reply(notFound(path));
        }
        return true;
    }

    private void api(Exchange exchange, String path) {
        if (path.length() > 1 && path.endsWith("/")) {
            String query = exchange.request().getHttpURI().getQuery();
            String target = BASE + path.substring(0, path.length() - 1) + (query == null ? "" : "?" + query);
            exchange.reply(Reply.empty(307, Map.of("Location", target)));
            return;
        }
        boolean writes = path.equals("/ingest") || path.equals("/ingest/batch");
        if (!exchange.method().equals(writes ? POST : GET)) {
            exchange.reply(Reply.error(405, "http_405", "not allowed: " + exchange.method())
                    .with("Allow", writes ? POST : GET));
            return;
        }
        String authorization = exchange.header("Authorization");
        if (!(writes ? tokens.mayWrite(authorization) : tokens.mayRead(authorization))) {
            exchange.reply(Reply.error(401, "unauthorized", "a bearer token is required, and the right one")
                    .with("WWW-Authenticate", "Bearer"));
            return;
        }
        if (writes) {
            write(exchange, path);
        } else {
            read(exchange, path);
        }
    }

    private void write(Exchange exchange, String path) {
        if (path.equals("/ingest")) {
            ingest.single(exchange);
        } else {
            ingest.batch(exchange);
        }
    }

    private void read(Exchange exchange, String path) {
        switch (path) {
            case "/query" -> queries.query(exchange);
            case "/fields" -> queries.fields(exchange);
            case "/distinct" -> queries.distinct(exchange);
            case "/stats" -> queries.statistics(exchange);
            case "/export" -> queries.export(exchange);
            case "/tail" -> tails.tail(exchange);
            default -> readOne(exchange, path);
        }
    }

    /** Paths that end in a name or an id. */
    private void readOne(Exchange exchange, String path) {
        int end = path.lastIndexOf('/') + 1;
        String last = path.substring(end);
        switch (path.substring(0, end)) {
            case "/trace/job/" -> queries.trace(exchange, Column.JOB_ID, last);
            case "/trace/request/" -> queries.trace(exchange, Column.REQUEST_ID, last);
            case "/trace/trace/" -> queries.trace(exchange, Column.TRACE_ID, last);
            case "/distinct/" -> queries.distinctOf(exchange, last);
            case "/context/" -> queries.context(exchange, last);
            default -> exchange.reply(notFound(path));
        }
    }

    private void ready(Exchange exchange) {
        exchange.reply(store.trouble()
                .map(trouble -> Reply.later(503, "service_unavailable", "the store takes nothing: " + trouble))
                .orElseGet(() -> status("ready")));
    }

    private static Reply status(String status) {
        return Reply.json(Json.object(json -> json.writeStringField("status", status)));
    }

    private static Reply notFound(String path) {
        return Reply.error(404, "not_found", "no such endpoint: " + path);
    }
}
