package io.pixsim.logging.collector.web;

import java.util.Map;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Which path is answered by whom, and who may ask. */
final class Routes extends Handler.Abstract.NonBlocking {

    static final String BASE = Wire.BATCH_PATH.substring(0, Wire.BATCH_PATH.indexOf("/ingest"));

    private static final long LARGE_ANSWERS = 64L << 20;

    private final WriteRoutes writes;
    private final QueryEndpoints queries;
    private final TailEndpoint tails;
    private final LineTailEndpoint lineTails;
    private final StatusEndpoints status;
    private final Access access;
    private final HostCheck hosts;
    private final CrossOrigin crossOrigin;
    private final BodyBudget largeAnswers =
            new BodyBudget(Math.min(LARGE_ANSWERS, Runtime.getRuntime().maxMemory() / 4));
    private final PageEndpoint page = new PageEndpoint();

    Routes(
            WriteRoutes writes,
            QueryEndpoints queries,
            TailEndpoint tails,
            LineTailEndpoint lineTails,
            StatusEndpoints status,
            Access access,
            HostCheck hosts,
            CrossOrigin crossOrigin) {
        this.writes = writes;
        this.queries = queries;
        this.tails = tails;
        this.lineTails = lineTails;
        this.status = status;
        this.access = access;
        this.hosts = hosts;
        this.crossOrigin = crossOrigin;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback, largeAnswers);
        exchange.echo("X-Request-ID");
        exchange.echo("X-Trace-ID");
        exchange.header("X-Content-Type-Options", "nosniff");
        if (hosts.isAnswered(exchange) || crossOrigin.isAnswered(exchange)) {
            return true;
        }
        String path = exchange.path();
        if (path.startsWith(BASE + "/") && path.endsWith("/")) {
            withoutSlash(exchange, path);
            return true;
        }
        if (writes.isAnswered(exchange, path) || lineTails.isAnswered(exchange, path)) {
            return true;
        }
        if (path.startsWith(BASE + "/")) {
            api(exchange, path.substring(BASE.length()));
        } else {
            other(exchange, path);
        }
        return true;
    }

    private static void withoutSlash(Exchange exchange, String path) {
        String query = exchange.request().getHttpURI().getQuery();
        String target = path.substring(0, path.length() - 1) + (query == null ? "" : "?" + query);
        exchange.reply(Reply.empty(307, Map.of("Location", target)));
    }

    private void api(Exchange exchange, String path) {
        if (access.mayRead(exchange)) {
            read(exchange, path);
        }
    }

    private void other(Exchange exchange, String path) {
        switch (path) {
            case "/health", "/ready", OpenApi.PATH -> open(exchange, path);
            case "/metrics" -> {
                if (access.mayRead(exchange)) {
                    status.metrics(exchange);
                }
            }
            default -> {
                if (!page.isAnswered(exchange)) {
                    exchange.reply(notFound(path));
                }
            }
        }
    }

    /** What needs no token. */
    private void open(Exchange exchange, String path) {
        if (!access.mayLook(exchange)) {
            return;
        }
        switch (path) {
            case "/health" -> status.health(exchange);
            case "/ready" -> status.ready(exchange);
            default -> status.openApi(exchange);
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
