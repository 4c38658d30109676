package io.pixsim.logging.test.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.BodyReader.Refusal;
import io.pixsim.logging.test.recording.Recording;
import io.pixsim.logging.test.wire.BulkRequest;
import io.pixsim.logging.test.wire.BulkRequest.Item;
import io.pixsim.logging.test.wire.OtlpRequest;
import org.jspecify.annotations.Nullable;

/** The paths of the endpoint and what each does. */
final class Endpoint implements HttpHandler {

    static final String OTLP_PATH = "/v1/logs";
    static final String BULK_PATH = "/_bulk";

    private static final String SINGLE_PATH = "/api/v1/logs/ingest";
    private static final String TRACE_PATH = "/api/v1/logs/trace/job/";

    private final Backend backend;
    private final Script script;
    private final Hold hold;
    private final Recording<ReceivedBatch> batches;
    private final BodyReader bodies;
    private volatile boolean unpacks;

    Endpoint(Backend backend, Script script, Hold hold, Recording<ReceivedBatch> batches) {
        this.backend = backend;
        this.script = script;
        this.hold = hold;
        this.batches = batches;
        this.bodies = new BodyReader(backend.errors());
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            String path = http.getRequestURI().getPath();
            boolean opens = unpacks || isOtlp(path) || isBulk(path);
            // Chosen before the body is read, since how fast that is done is part of it.
            Answer answer = takesFromTheScript(http, path) ? script.next() : Answer.ok();
            Exchange exchange = Exchange.read(http, opens, answer, hold.gate());
            Reply reply = reply(exchange);
            exchange.send(unpacks ? reply.with("Accept-Encoding", "gzip") : reply);
        } catch (InterruptedException e) {
            // The server is closing: the client finds its connection closed.
            Thread.currentThread().interrupt();
        }
    }

    private static boolean takesFromTheScript(HttpExchange http, String path) {
        return http.getRequestMethod().equals("POST")
                && http.getRequestHeaders().getFirst("Upgrade") == null
                && (path.equals(Wire.BATCH_PATH) || path.equals(SINGLE_PATH) || isOtlp(path) || isBulk(path));
    }

    /** From now on packed PixSim batches are taken, and every answer says so. */
    void unpack() {
        unpacks = true;
    }

    private Reply reply(Exchange exchange) throws InterruptedException {
        String path = exchange.path();
        if (exchange.header("Upgrade") != null) {
            // The backend's HTTP parser knows no upgrade: a client has to be told to speak HTTP/1.1.
            return Reply.text(400, "text/plain; charset=utf-8", "Invalid HTTP request received.");
        }
        if (path.equals(Wire.BATCH_PATH)) {
            return exchange.method().equals("POST") ? batch(exchange) : wrongMethod("POST");
        }
        if (path.equals(SINGLE_PATH)) {
            return exchange.method().equals("POST") ? single(exchange) : wrongMethod("POST");
        }
        if (isOtlp(path)) {
            return exchange.method().equals("POST") ? otlp(exchange) : wrongMethod("POST");
        }
        if (isBulk(path)) {
            return exchange.method().equals("POST") ? bulk(exchange) : wrongMethod("POST");
        }
        if (path.startsWith(TRACE_PATH) && path.indexOf('/', TRACE_PATH.length()) < 0) {
            return exchange.method().equals("GET") ? trace(path) : wrongMethod("GET");
        }
        return elsewhere(path);
    }

    private Reply batch(Exchange exchange) throws InterruptedException {
        try {
            return pixSim(exchange, bodies.batch(exchange), backend::storeBatch);
        } catch (Refusal refusal) {
            return pixSim(exchange, List.of(), events -> refusal.reply());
        }
    }

    private Reply single(Exchange exchange) throws InterruptedException {
        try {
            Map<String, @Nullable Object> event = bodies.single(exchange);
            return pixSim(exchange, List.of(event), events -> backend.storeSingle(event));
        } catch (Refusal refusal) {
            return pixSim(exchange, List.of(), events -> refusal.reply());
        }
    }

    private Reply pixSim(
            Exchange exchange,
            List<Map<String, @Nullable Object>> events,
            Function<List<Map<String, @Nullable Object>>, Reply> store)
            throws InterruptedException {
        return ingest(exchange, IngestionFormat.PIXSIM, events, new PixSimIntake(events, backend, store));
    }

    private Reply otlp(Exchange exchange) throws InterruptedException {
        try {
            List<Map<String, @Nullable Object>> events = OtlpRequest.events(exchange.body());
            return ingest(exchange, IngestionFormat.OTLP, events, new OtlpIntake(events, backend));
        } catch (IOException e) {
            return refuse(exchange, IngestionFormat.OTLP, new OtlpIntake(List.of(), backend), e);
        }
    }

    private Reply bulk(Exchange exchange) throws InterruptedException {
        try {
            List<Item> items = BulkRequest.items(exchange.body());
            List<Map<String, @Nullable Object>> events =
                    items.stream().map(Item::event).toList();
            return ingest(exchange, IngestionFormat.BULK, events, new BulkIntake(items, backend));
        } catch (IOException e) {
            return refuse(exchange, IngestionFormat.BULK, new BulkIntake(List.of(), backend), e);
        }
    }

    private Reply refuse(Exchange exchange, IngestionFormat format, Intake intake, IOException why)
            throws InterruptedException {
        Reply refusal = intake.error(400, String.valueOf(why.getMessage()));
        return ingest(exchange, format, List.of(), Intake.refused(refusal, intake));
    }

    private Reply ingest(
            Exchange exchange, IngestionFormat format, List<Map<String, @Nullable Object>> events, Intake intake)
            throws InterruptedException {
        batches.add(new ReceivedBatch(format, exchange.headers(), exchange.body(), events));
        return exchange.answer().to(new Call(events, exchange.body().length, intake, exchange.gate()));
    }

    private Reply trace(String path) {
        String jobId = path.substring(TRACE_PATH.length());
        return Reply.json(200, JobTrace.of(jobId, backend.rows().snapshot()));
    }

    /** As at every OpenTelemetry Collector, and behind whatever path others put in front of it. */
    private static boolean isOtlp(String path) {
        return path.endsWith(OTLP_PATH);
    }

    /** With the name of an index or data stream in front, or without. */
    private static boolean isBulk(String path) {
        return path.endsWith(BULK_PATH);
    }

    private Reply wrongMethod(String allowed) {
        return backend.errors().of(405, "Method Not Allowed").with("Allow", allowed);
    }

    private Reply elsewhere(String path) {
        if (path.equals(Wire.BATCH_PATH + "/") || path.equals(SINGLE_PATH + "/")) {
            return Reply.text(307, "text/plain", "").with("Location", path.substring(0, path.length() - 1));
        }
        return backend.errors().of(404, "Not Found");
    }
}
