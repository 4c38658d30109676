package io.pixsim.logging.collector.store.opensearch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** What stands between a store and a real node, and spoils some of the calls that store entries. */
final class ProxyOfNode implements AutoCloseable {

    static {
        // else each answer waits 40 ms for what follows it
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final String node;

    /** What becomes of a call. */
    enum Fault {
        /** It does not get there, and the connection breaks. */
        LOST_ON_ITS_WAY,
        /** It is done, and the connection breaks. */
        ANSWER_LOST,
        /** It is refused, since too much is to be done. */
        REFUSED
    }

    ProxyOfNode(String node) throws IOException {
        this.node = node;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Spoils the next call that stores entries. */
    void next(Fault fault) {
        faults.add(fault);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Fault fault = exchange.getRequestURI().getPath().endsWith("/_bulk") ? faults.poll() : null;
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (fault == Fault.LOST_ON_ITS_WAY) {
                return;
            }
            if (fault == Fault.REFUSED) {
                answer(
                        exchange,
                        429,
                        "{\"error\":{\"type\":\"rejected\",\"reason\":\"too much\"}}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange, body);
            if (fault != Fault.ANSWER_LOST) {
                answer(exchange, answer.statusCode(), answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream stream = exchange.getResponseBody()) {
            stream.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
