package io.pixsim.logging.http.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import okio.ByteString;

/** A web server that takes any body, records each request as it is, and answers as it is told. */
public final class WebServer implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A request as it arrived; the address is absolute when it was meant for a proxy. */
    public record Request(URI address, Headers headers, ByteString body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        public boolean isPacked() {
            return "gzip".equals(header("Content-Encoding"));
        }

        public String text() {
            byte[] bytes = body.toByteArray();
            try {
                return new String(
                        isPacked() ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes,
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> answers;

    private WebServer(HttpServer server, Function<Request, Reply> answers) {
        this.server = server;
        this.answers = answers;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static WebServer start(Function<Request, Reply> answers) {
        return startAt(0, answers);
    }

    public static WebServer startAt(int port, Function<Request, Reply> answers) {
        try {
            return new WebServer(HttpServer.create(loopback(port), 0), answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks clients for a certificate when it is told to. */
    public static WebServer startTls(SSLContext context, boolean asksForCertificate, Function<Request, Reply> answers) {
        try {
            HttpsServer server = HttpsServer.create(loopback(0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters ssl = context.getDefaultSSLParameters();
                    ssl.setNeedClientAuth(asksForCertificate);
                    parameters.setSSLParameters(ssl);
                }
            });
            return new WebServer(server, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public void answer(Function<Request, Reply> next) {
        answers = next;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url(String path) {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    ByteString.of(exchange.getRequestBody().readAllBytes()));
            requests.add(request);
            Reply reply = answers.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), reply.bytes().length == 0 ? -1 : reply.bytes().length);
            exchange.getResponseBody().write(reply.bytes());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
