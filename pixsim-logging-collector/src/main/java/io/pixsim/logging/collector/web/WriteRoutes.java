package io.pixsim.logging.collector.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.ingest.IngestCounters;
import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.ingest.Refusal;
import io.pixsim.logging.collector.query.ParameterException;
import org.jspecify.annotations.Nullable;

/** Which path takes events in which protocol. */
final class WriteRoutes {

    private static final Map<String, PixSimProtocol.Kind> INGEST = Map.of(
            Routes.BASE + "/ingest",
            PixSimProtocol.Kind.SINGLE,
            Routes.BASE + "/ingest/batch",
            PixSimProtocol.Kind.BATCH,
            Routes.BASE + "/ingest/ndjson",
            PixSimProtocol.Kind.LINES);
    private static final String OTLP = "/v1/logs";
    private static final Pattern BULK = Pattern.compile("(?:/([^/]+))?/_bulk");
    private static final String GET = "GET";
    private static final String POST = "POST";

    private final Ingestion ingestion;
    private final IngestEndpoint ingest;
    private final Access access;
    private final IngestCounters counters;

    WriteRoutes(Ingestion ingestion, IngestEndpoint ingest, Access access, IngestCounters counters) {
        this.ingestion = ingestion;
        this.ingest = ingest;
        this.access = access;
        this.counters = counters;
    }

    /** Whether a path is one of these. */
    boolean isAnswered(Exchange exchange, String path) {
        PixSimProtocol.Kind kind = INGEST.get(path);
        if (kind != null) {
            pixsim(exchange, kind);
            return true;
        }
        if (path.equals(OTLP)) {
            otlp(exchange);
            return true;
        }
        return isAnsweredInBulk(exchange, path);
    }

    private void pixsim(Exchange exchange, PixSimProtocol.Kind kind) {
        Protocol protocol = new PixSimProtocol(kind, ingestion);
        speak(exchange, protocol);
        if (access.mayWrite(exchange, POST)) {
            ingest.take(exchange, protocol);
        }
    }

    private void otlp(Exchange exchange) {
        String type = exchange.header("Content-Type");
        boolean isJson = type != null && type.toLowerCase(Locale.ROOT).startsWith(Reply.JSON);
        Protocol protocol = new OtlpProtocol(ingestion, isJson);
        speak(exchange, protocol);
        if (access.mayWrite(exchange, POST)) {
            ingest.take(exchange, protocol);
        }
    }

    private boolean isAnsweredInBulk(Exchange exchange, String path) {
        Matcher bulk = BULK.matcher(path);
        if (bulk.matches()) {
            bulk(exchange, bulk.group(1));
            return true;
        }
        if (!SearchEngine.isAsked(path)) {
            return false;
        }
        // Browsers get the page there.
        exchange.response().getHeaders().add("Vary", "Accept");
        String accept = exchange.header("Accept");
        boolean isAsked = (exchange.method().equals(GET) || exchange.method().equals("HEAD"))
                && (accept == null || !accept.contains("text/html"));
        if (isAsked) {
            SearchEngine.introduce(exchange);
        }
        if (isAsked && access.mayWriteInBulk(exchange, GET, "HEAD")) {
            exchange.reply(SearchEngine.answer(path));
        }
        return isAsked;
    }

    private void bulk(Exchange exchange, @Nullable String index) {
        FilterPath filter;
        try {
            filter = new FilterPath(exchange.parameters().text("filter_path"));
        } catch (ParameterException e) {
            filter = new FilterPath(null);
        }
        Protocol protocol = new BulkProtocol(ingestion, index, filter);
        SearchEngine.introduce(exchange);
        speak(exchange, protocol);
        if (access.mayWriteInBulk(exchange, POST, "PUT")) {
            ingest.take(exchange, protocol);
        }
    }

    private void speak(Exchange exchange, Protocol protocol) {
        exchange.errorShape(protocol::refusal);
        exchange.onReply(status -> {
            if (status >= 400) {
                counters.refused(Refusal.ofStatus(status));
            }
        });
    }
}
