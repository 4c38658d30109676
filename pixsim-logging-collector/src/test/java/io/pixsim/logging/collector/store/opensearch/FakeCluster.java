package io.pixsim.logging.collector.store.opensearch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What answers as a cluster does, for what a real node that tests can start has not: plugins, licences and guards. It keeps
 * documents that are put, with the number that a compare-and-set needs, and answers the rest as it is told.
 */
class FakeCluster implements AutoCloseable {

    static {
        // else each answer waits 40 ms for what follows it
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final List<Seen> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Seen, Answer>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Stored> documents = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** A call that came. */
    record Seen(String method, String path, String body, String authorization) {}

    /** What is answered. */
    record Answer(int status, String body) {}

    private record Stored(String body, long number) {}

    FakeCluster(String greeting) throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), greeting);
    }

    FakeCluster(HttpServer server, String greeting) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        when("GET /", call -> new Answer(200, greeting));
    }

    static FakeCluster openSearch() throws IOException {
        return new FakeCluster("{\"version\":{\"distribution\":\"opensearch\",\"number\":\"2.19.1\"}}");
    }

    static FakeCluster elasticsearch() throws IOException {
        return new FakeCluster("{\"version\":{\"number\":\"8.17.0\"},\"tagline\":\"You Know, for Search\"}");
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    /** Answers calls of a method and a path, without its parameters. */
    void when(String methodAndPath, Function<Seen, Answer> script) {
        scripts.put(methodAndPath, script);
    }

    /** The calls of a method and a path. */
    List<Seen> calls(String methodAndPath) {
        return calls.stream().filter(call -> name(call).equals(methodAndPath)).toList();
    }

    private static String name(Seen call) {
        return call.method() + " " + call.path().replaceAll("\\?.*", "");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String authorization = Optional.ofNullable(
                            exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("");
            Seen call = new Seen(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, authorization);
            calls.add(call);
            Answer answer = answer(call);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            try (OutputStream stream = exchange.getResponseBody()) {
                stream.write(bytes);
            }
        }
    }

    private Answer answer(Seen call) {
        Function<Seen, Answer> script = scripts.get(name(call));
        if (script != null) {
            return script.apply(call);
        }
        return call.path().contains("/_doc/") || call.path().contains("/_create/")
                ? document(call)
                : new Answer(200, "{}");
    }

    private synchronized Answer document(Seen call) {
        String id = call.path().replaceAll(".*/(_doc|_create)/", "").replaceAll("\\?.*", "");
        Stored stored = documents.get(id);
        if (call.method().equals("GET")) {
            return stored == null
                    ? new Answer(404, "{\"found\":false}")
                    : new Answer(
                            200,
                            "{\"_seq_no\":" + stored.number() + ",\"_primary_term\":1,\"_source\":" + stored.body()
                                    + "}");
        }
        long number = stored == null ? 0 : stored.number() + 1;
        boolean expected = stored == null || call.path().contains("if_seq_no=" + stored.number() + "&");
        if (!expected) {
            return new Answer(409, "{\"error\":{\"type\":\"version_conflict\"}}");
        }
        documents.put(id, new Stored(call.body(), number));
        return new Answer(200, "{}");
    }

    /** An answer to a bulk: of each entry the same status, and why. */
    static Answer bulk(Seen call, int status, String reason) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < call.body().lines().count() / 2; i++) {
            items.add("{\"create\":{\"status\":" + status + ",\"error\":{\"type\":\"t\",\"reason\":\"" + reason
                    + "\"}}}");
        }
        return new Answer(200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
