package io.pixsim.logging.http.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.encode.JsonReader;

/** An ingest endpoint on a loopback port that records what it gets and answers as it is told. */
public final class Endpoint implements AutoCloseable {

    static {
        // The server writes an answer in two parts; without this the second waits 40 ms for the first to be confirmed.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final Store store = new Store();
    private volatile Behaviour behaviour;

    private Endpoint(int port, Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static Endpoint start(Behaviour behaviour) {
        return startAt(0, behaviour);
    }

    public static Endpoint startAt(int port, Behaviour behaviour) {
        try {
            return new Endpoint(port, behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + Wire.BATCH_PATH;
    }

    public List<Received> requests() {
        return List.copyOf(requests);
    }

    public List<Long> stored() {
        return store.stored();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received received = receive(exchange);
            requests.add(received);
            Reply reply = behaviour.take(received.events(), store);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), reply.bytes().length == 0 ? -1 : reply.bytes().length);
            exchange.getResponseBody().write(reply.bytes());
        }
    }

    private static Received receive(HttpExchange exchange) throws IOException {
        Map<String, Object> body =
                JsonReader.readObject(exchange.getRequestBody().readAllBytes());
        List<Map<?, ?>> logs = new ArrayList<>();
        for (Object event : (List<?>) body.get(Wire.LOGS)) {
            logs.add((Map<?, ?>) event);
        }
        return new Received(
                exchange.getRequestMethod(),
                exchange.getProtocol(),
                exchange.getRemoteAddress().getPort(),
                exchange.getRequestHeaders(),
                logs,
                System.nanoTime());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
