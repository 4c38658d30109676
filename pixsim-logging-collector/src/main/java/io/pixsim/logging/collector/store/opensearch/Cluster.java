package io.pixsim.logging.collector.store.opensearch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.collector.store.opensearch.ClusterException.Kind;
import io.pixsim.logging.diagnostics.LibraryThread;
import org.jspecify.annotations.Nullable;

/** Calls to a cluster: to the node that answered last, and to the next one when it can't be reached. Safe for use by many threads. */
final class Cluster implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final int FIRST_ERROR = 400;

    private final List<URI> nodes;
    private final @Nullable String authorization;
    private final AtomicInteger current = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(work -> new LibraryThread("collector-cluster", work));
    private final HttpClient http;

    Cluster(OpenSearchOptions options) {
        this.nodes = options.nodes();
        this.authorization = options.authorization();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .executor(threads);
        if (options.tls() != null) {
            builder.sslContext(options.tls());
        }
        this.http = builder.build();
    }

    /** What is asked of the cluster: a path, and a body that is one JSON object, many, or nothing. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Call(String method, String path, byte @Nullable [] body, boolean isLines, Duration atMost) {

        private static final Duration USUAL = Duration.ofSeconds(10);

        static Call get(String path) {
            return new Call("GET", path, null, false, USUAL);
        }

        static Call put(String path, Object json) {
            return new Call("PUT", path, Json.bytes(json), false, USUAL);
        }

        static Call post(String path, Object json, Duration atMost) {
            return new Call("POST", path, Json.bytes(json), false, atMost);
        }

        static Call lines(String path, byte[] lines, Duration atMost) {
            return new Call("POST", path, lines, true, atMost);
        }

        static Call delete(String path) {
            return new Call("DELETE", path, null, false, Duration.ofSeconds(30));
        }
    }

    /** Does a call; tries each node that can't be reached once. */
    Node call(Call call) throws ClusterException {
        for (int tried = 1; ; tried++) {
            int index = current.get();
            URI node = nodes.get(index % nodes.size());
            try {
                return call(call, node);
            } catch (ClusterException e) {
                if (e.kind() != Kind.REFUSED) {
                    current.compareAndSet(index, (index + 1) % nodes.size());
                }
                if (e.kind() != Kind.UNREACHABLE || tried == nodes.size()) {
                    throw e;
                }
            }
        }
    }

    /** Asks, which does no harm twice: a connection that broke, as idle ones do, costs no answer. */
    Node ask(Call call) throws ClusterException {
        try {
            return call(call);
        } catch (ClusterException e) {
            if (e.kind() != Kind.LOST) {
                throw e;
            }
            return call(call);
        }
    }

    private Node call(Call call, URI node) throws ClusterException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request(call, node), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return read(call, answer.get(call.atMost().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true); // closes the connection, by which the cluster learns that nobody waits
            throw new ClusterException(
                    Kind.TOO_SLOW,
                    "no answer from " + node + " within " + call.atMost().toMillis() + " ms",
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClusterException(Kind.LOST, "interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Kind kind = cause instanceof ConnectException || cause instanceof java.net.http.HttpConnectTimeoutException
                    ? Kind.UNREACHABLE
                    : Kind.LOST;
            throw new ClusterException(kind, "no answer from " + node + ": " + told(cause), cause);
        } catch (IOException e) {
            throw new ClusterException(Kind.LOST, "no JSON from " + node + ": " + told(e), e);
        }
    }

    private static String told(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private HttpRequest request(Call call, URI node) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + call.path()))
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        if (call.body() != null) {
            request.header("Content-Type", call.isLines() ? "application/x-ndjson" : "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static Node read(Call call, HttpResponse<byte[]> response) throws ClusterException, IOException {
        if (response.statusCode() < FIRST_ERROR) {
            return Json.read(response.body());
        }
        throw new ClusterException(
                response.statusCode(),
                call.method() + " " + call.path().replaceAll("\\?.*", "") + " gave " + response.statusCode()
                        + reason(response.body()));
    }

    private static String reason(byte[] body) {
        try {
            Node error = Json.read(body).get("error");
            Node reason = error.get("reason");
            if (error.isMissing()) {
                return "";
            }
            return ": " + (reason.isMissing() ? error.text() : error.get("type").text() + ": " + reason.text());
        } catch (IOException e) { // a proxy's page
            return "";
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
