package io.pixsim.logging.web;

import static io.pixsim.logging.web.Answering.servlet;
import static io.pixsim.logging.web.RequestEnds.assertAnswer;
import static io.pixsim.logging.web.RequestEnds.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.web.servlet.RequestLogFilter;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filter in a real container, asked over real sockets. */
@CaptureLogs(level = Severity.INFO)
class ServletFilterTest {

    private static final Logger LOG = LoggerFactory.getLogger("app");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] BLOCK = new byte[10_000];

    private final CountDownLatch firstBlockSeen = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private Jetty jetty;

    @BeforeEach
    void start() throws Exception {
        jetty = new Jetty()
                .with("/plain/*", servlet((request, response) -> {
                    LOG.info("within");
                    response.setStatus(202);
                    response.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
                }))
                .with("/text", servlet((request, response) -> {
                    response.setContentType("text/plain;charset=UTF-8");
                    for (char c : "aä€\uD83D\uDE00".toCharArray()) {
                        response.getWriter().print(c);
                    }
                }))
                .with("/print", servlet((request, response) -> {
                    response.setContentType("text/plain;charset=UTF-8");
                    response.getOutputStream().print("a€");
                    response.getOutputStream().println('b');
                }))
                .with("/stream", servlet(this::stream))
                .with("/throws", servlet((request, response) -> {
                    throw new IllegalStateException("no account left");
                }))
                .with("/gone", servlet((request, response) -> {
                    throw new UnavailableException("later", 5);
                }))
                .with("/late", servlet((request, response) -> {
                    response.getOutputStream().write(BLOCK);
                    response.flushBuffer();
                    throw new IllegalStateException("after commit");
                }))
                .with("/error", servlet((request, response) -> response.sendError(404)))
                .with("/moved", servlet((request, response) -> {
                    response.getOutputStream().write(BLOCK, 0, 100);
                    response.sendRedirect("/plain/1");
                }))
                .with("/auth", servlet((request, response) -> {
                    RequestLogFilter.of(request).orElseThrow().authenticationFailed("token expired");
                    response.setStatus(401);
                }))
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        firstBlockSeen.countDown();
        jetty.close();
    }

    @Test
    void startAndEndAndWhatComesBetweenHaveTheIdThatTheAnswerHas(CapturedLogs logs) throws Exception {
        HttpResponse<String> response =
                jetty.get("/plain/1;jsessionid=7?token=x", "X-Request-ID", "req-7", "X-Forwarded-For", "203.0.113.9");

        CapturedEvent end = end(logs);
        assertThat(response.headers().firstValue("X-Request-ID")).contains("req-7");
        assertThat(logs.withField("request_id", "req-7").events())
                .extracting(CapturedEvent::message)
                .containsExactly("request started", "within", "request completed");
        assertThat(end.fields())
                .containsEntry("method", "GET")
                .containsEntry("path", "/plain/1")
                .containsEntry("route", "/plain/*")
                .containsEntry("client_ip", "203.0.113.9");
        assertAnswer(end, 202, 5L);
    }

    @Test
    void aMadeIdIsAnsweredToo(CapturedLogs logs) throws Exception {
        String id = jetty.get("/plain/1", "X-Request-ID", "no good!")
                .headers()
                .firstValue("X-Request-ID")
                .orElseThrow();

        assertThat(id).startsWith("req-");
        assertThat(end(logs).fields()).containsEntry("request_id", id);
    }

    @Test
    void writtenCharactersAreCountedAsTheBytesTheyBecome(CapturedLogs logs) throws Exception {
        byte[] body = client.send(request("/text"), BodyHandlers.ofByteArray()).body();

        assertThat(body).hasSize(10);
        assertAnswer(end(logs), 200, 10L);
    }

    @Test
    void whatTheContainersStreamPrintsIsPrintedAndCounted(CapturedLogs logs) throws Exception {
        byte[] body = client.send(request("/print"), BodyHandlers.ofByteArray()).body();

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("a€b\r\n");
        assertAnswer(end(logs), 200, (long) body.length);
    }

    @Test
    void aStreamedBodyIsCountedAndNothingOfItIsHeldBack(CapturedLogs logs) throws Exception {
        HttpResponse<InputStream> response = client.send(request("/stream"), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(BLOCK.length)).hasSize(BLOCK.length);
            assertThat(logs.withMessage("request completed").events()).isEmpty();
            firstBlockSeen.countDown();
            assertThat(body.readAllBytes()).hasSize(99 * BLOCK.length);
        }

        assertAnswer(end(logs), 200, 100L * BLOCK.length);
    }

    @Test
    void aHeadHasNoBody(CapturedLogs logs) throws Exception {
        HttpRequest head = HttpRequest.newBuilder(jetty.url("/plain/1"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        client.send(head, BodyHandlers.discarding());

        assertAnswer(end(logs), 202, 0L);
    }

    @Test
    void whatIsThrownIsLoggedWithTheStatusThatTheClientGets(CapturedLogs logs) throws Exception {
        HttpResponse<String> response = jetty.get("/throws", "X-Request-ID", "req-7");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("X-Request-ID")).contains("req-7");

        CapturedEvent end = end(logs);
        assertAnswer(end, 500, null);
        assertThat(end.fields())
                .containsEntry("level", "error")
                .containsEntry("msg", "request failed")
                .containsEntry("error", "no account left");
    }

    @Test
    void aServletThatIsUnavailableAnswersSo(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/gone").statusCode()).isEqualTo(503);

        assertAnswer(end(logs), 503, null);
    }

    @Test
    void anErrorAfterTheCommitKeepsTheStatusThatWentOut(CapturedLogs logs) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), jetty.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /late HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .endsWith("200");

            CapturedEvent end = end(logs);
            assertAnswer(end, 200, (long) BLOCK.length);
            assertThat(end.fields()).containsEntry("level", "error").containsEntry("error", "after commit");
        }
    }

    @Test
    void theSizeOfAnErrorPageIsNotGuessed(CapturedLogs logs) throws Exception {
        HttpResponse<String> response = jetty.get("/error", "X-Request-ID", "req-7");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("X-Request-ID")).contains("req-7");

        CapturedEvent end = end(logs);
        assertAnswer(end, 404, null);
        assertThat(end.fields()).containsEntry("level", "warning");
    }

    @Test
    void whatARedirectThrowsAwayIsNotCounted(CapturedLogs logs) throws Exception {
        HttpResponse<String> response = jetty.get("/moved");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.body()).isEmpty();
        assertAnswer(end(logs), 302, 0L);
    }

    @Test
    void aFailedAuthenticationIsToldOfItsRequest(CapturedLogs logs) throws Exception {
        jetty.get("/auth", "X-Request-ID", "req-3");

        assertAnswer(end(logs), 401, 0L);
        assertThat(logs.withMessage("authentication failed").events())
                .singleElement()
                .satisfies(event -> assertThat(event.fields())
                        .containsEntry("request_id", "req-3")
                        .containsEntry("reason", "token expired"));
    }

    private void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(BLOCK);
        out.flush();
        try {
            firstBlockSeen.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (int i = 1; i < 100; i++) {
            out.write(BLOCK);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(jetty.url(path)).build();
    }
}
