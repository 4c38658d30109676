package io.pixsim.logging.web.client;

import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.REQUEST_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pixsim.logging.LoggedEvents;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Over real sockets. */
@Timeout(60)
class LoggedHttpClientTest {

    private static final byte[] LARGE = new byte[300_000];

    private final LoggedEvents logged = new LoggedEvents();
    private final HttpClient http = LoggedHttpClient.of(
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build(),
            CallLog.builder(logged.logger()).provider("pixverse").build());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Headers> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ok", exchange -> answer(exchange, 200, "fine".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/busy", exchange -> answer(exchange, 429, new byte[0]));
        server.createContext("/large", exchange -> answer(exchange, 200, LARGE));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/ok");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/hangs", exchange -> {
            await(released);
            answer(exchange, 200, new byte[0]);
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aCallIsLoggedWithTheContextThatItCarries() throws Exception {
        HttpResponse<String> answer;
        try (var job = LogContext.with(JOB_ID.of(123), REQUEST_ID.of("req-7"))) {
            answer = http.send(post("/ok", BodyPublishers.ofString("{\"prompt\":\"a cat\"}")), BodyHandlers.ofString());
        }

        assertThat(answer.body()).isEqualTo("fine");
        assertThat(event())
                .containsEntry("msg", "call completed")
                .containsEntry("job_id", 123L)
                .containsEntry("provider_id", "pixverse")
                .containsEntry("method", "POST")
                .containsEntry("url", url("/ok").toString())
                .containsEntry("status", 200L)
                .containsEntry("request_size", 18L)
                .containsEntry("response_size", 4L)
                .containsKey("duration_ms");
        assertThat(event().toString()).doesNotContain("a cat").doesNotContain("fine");
        assertThat(seen.get(0).getFirst("X-Request-ID")).isEqualTo("req-7");
    }

    @Test
    void aBodyOfUnknownLengthIsCountedAsItIsSent() throws Exception {
        InputStream upload = new ByteArrayInputStream(LARGE);

        http.send(post("/ok", BodyPublishers.ofInputStream(() -> upload)), BodyHandlers.discarding());

        assertThat(event()).containsEntry("request_size", (long) LARGE.length);
    }

    @Test
    void aBodyThatIsStreamedIsCountedWhenItHasBeenRead() throws Exception {
        HttpResponse<InputStream> answer = http.send(get("/large"), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readAllBytes()).hasSize(LARGE.length);
        }

        assertThat(awaitEvent()).containsEntry("response_size", (long) LARGE.length);
    }

    @Test
    void aReaderWhoTurnsAwayEndsTheCall() throws Exception {
        HttpResponse<InputStream> answer = http.send(get("/large"), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.read()).isZero();
        }

        assertThat(awaitEvent()).containsEntry("status", 200L).containsEntry("msg", "call completed");
    }

    @Test
    void aRedirectIsPartOfTheCall() throws Exception {
        http.send(get("/moved"), BodyHandlers.ofString());

        assertThat(event())
                .containsEntry("status", 200L)
                .containsEntry("url", url("/moved").toString());
    }

    @Test
    void aProviderThatIsBusyIsAWarning() throws Exception {
        http.send(get("/busy"), BodyHandlers.ofString());

        assertThat(event()).containsEntry("level", "warning").containsEntry("status", 429L);
    }

    @Test
    void nobodyAtTheOtherEndIsAnError() throws IOException {
        URI nowhere;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://localhost:" + free.getLocalPort() + "/");
        }

        assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(nowhere).build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);

        assertThat(event())
                .containsEntry("level", "error")
                .containsEntry("msg", "call failed")
                .containsEntry("error", "connection failed")
                .containsEntry("error_type", "ConnectException");
    }

    @Test
    void aTimeoutIsAWarning() {
        HttpRequest impatient = HttpRequest.newBuilder(url("/hangs"))
                .timeout(Duration.ofMillis(50))
                .build();

        assertThatThrownBy(() -> http.send(impatient, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(event()).containsEntry("level", "warning").containsEntry("msg", "call failed");
    }

    @Test
    void anAsynchronousCallHasTheCallersContext() throws Exception {
        CompletableFuture<HttpResponse<String>> answer;
        try (var job = LogContext.job(123)) {
            answer = http.sendAsync(get("/ok"), BodyHandlers.ofString());
        }

        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("fine");
        assertThat(awaitEvent()).containsEntry("job_id", 123L).containsEntry("status", 200L);
    }

    @Test
    void anAsynchronousFailureIsLogged() throws Exception {
        server.stop(0);

        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(get("/ok"), BodyHandlers.ofString());

        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        assertThat(awaitEvent()).containsEntry("level", "error").containsKey("error_type");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "before JDK 21 a client can't be shut down")
    void shuttingItDownShutsDownTheClient() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpClient wrapped =
                LoggedHttpClient.of(client, CallLog.builder(logged.logger()).build());
        assertThat(HttpClient.class.getMethod("isTerminated").invoke(wrapped)).isEqualTo(false);

        HttpClient.class.getMethod("shutdown").invoke(wrapped);

        assertThat(HttpClient.class
                        .getMethod("awaitTermination", Duration.class)
                        .invoke(client, Duration.ofSeconds(30)))
                .isEqualTo(true);
        assertThat(HttpClient.class.getMethod("isTerminated").invoke(wrapped)).isEqualTo(true);
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            seen.add(exchange.getRequestHeaders());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(url(path)).build();
    }

    private HttpRequest post(String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(url(path)).POST(body).build();
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private Map<String, Object> event() {
        assertThat(logged.events()).hasSize(1);
        return logged.events().get(0);
    }

    private Map<String, Object> awaitEvent() {
        while (logged.events().isEmpty()) {
            Thread.onSpinWait(); // ends with the test at the latest
        }
        return event();
    }
}
