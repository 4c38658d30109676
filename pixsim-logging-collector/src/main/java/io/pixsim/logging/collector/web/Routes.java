package io.pixsim.logging.collector.web;

import java.util.Map;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.ingest.IngestCounters;
import io.pixsim.logging.collector.ingest.Refusal;
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
    private final StatusEndpoints status;
    private final IngestCounters counters;
    private final Tokens tokens;
    private final CrossOrigin crossOrigin;
    private final PageEndpoint page = new PageEndpoint();

    Routes(
            IngestEndpoint ingest,
            QueryEndpoints queries,
            TailEndpoint tails,
            StatusEndpoints status,
            IngestCounters counters,
            Tokens tokens,
            CrossOrigin crossOrigin) {
        this.ingest = ingest;
        this.queries = queries;
        this.tails = tails;
        this.status = status;
        this.counters = counters;
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
            status.health(exchange);
        } else if (path.equals("/ready")) {
            status.ready(exchange);
        } else if (path.equals("/metrics")) {
            metrics(exchange);
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
        if (path.equals("/ingest") || path.equals("/ingest/batch")) {
            if (mayWrite(exchange)) {
                write(exchange, path);
            }
        } else if (mayRead(exchange)) {
            read(exchange, path);
        }
    }

    private void metrics(Exchange exchange) {
        if (mayRead(exchange)) {
            status.metrics(exchange);
        }
    }

    private boolean mayWrite(Exchange exchange) {
        if (!isMethod(exchange, POST)) {
            return false;
        }
        exchange.onReply(this::count);
        return tokens.mayWrite(exchange.header("Authorization")) || isToldToShowAToken(exchange);
    }

    private void count(int status) {
        if (status >= 400) {
            counters.refused(Refusal.ofStatus(status));
        }
    }

    private boolean mayRead(Exchange exchange) {
        return isMethod(exchange, GET)
                && (tokens.mayRead(exchange.header("Authorization")) || isToldToShowAToken(exchange));
    }

    private static boolean isMethod(Exchange exchange, String method) {
        if (exchange.method().equals(method)) {
            return true;
        }
        exchange.reply(Reply.error(405, "http_405", "not allowed: " + exchange.method())
                .with("Allow", method));
        return false;
    }

    /** Always false. */
    private static boolean isToldToShowAToken(Exchange exchange) {
        exchange.reply(Reply.error(401, "unauthorized", "a bearer token is required, and the right one")
                .with("WWW-Authenticate", "Bearer"));
        return false;
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
            case "/system" -> status.system(exchange);
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

    private static Reply notFound(String path) {
        return Reply.error(404, "not_found", "no such endpoint: " + path);
    }
}
