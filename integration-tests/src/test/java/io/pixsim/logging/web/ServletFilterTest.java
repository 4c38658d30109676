package io.pixsim.logging.web;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.journeys.Patience;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.web.servlet.RequestLogFilter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

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
                .with("/async", servlet(ServletFilterTest::completeElsewhere))
                .with("/dispatch", servlet(ServletFilterTest::dispatchOnce))
                .with("/early", servlet((request, response) -> {
                    AsyncContext async = request.startAsync();
                    async.getResponse().getOutputStream().write(BLOCK);
                    async.complete();
                }))
                .with(
                        "/timeout",
                        servlet((request, response) -> request.startAsync().setTimeout(50)))
                .with("/fallback", servlet(ServletFilterTest::answerWhenTimedOut))
                .with("/again", servlet(ServletFilterTest::dispatchAndThrow))
                .with("/both", servlet((request, response) -> {
                    request.startAsync();
                    throw new IllegalStateException("after the start");
                }))
                .with("/bare", servlet(ServletFilterTest::startAgainWithoutWrapper))
                .with("/nonblocking", servlet(ServletFilterTest::writeWithoutBlocking))
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
                get("/plain/1;jsessionid=7?token=x", "X-Request-ID", "req-7", "X-Forwarded-For", "203.0.113.9");

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
        String id = get("/plain/1", "X-Request-ID", "no good!")
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
        HttpResponse<String> response = get("/throws", "X-Request-ID", "req-7");
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
        assertThat(get("/gone").statusCode()).isEqualTo(503);

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
        HttpResponse<String> response = get("/error", "X-Request-ID", "req-7");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("X-Request-ID")).contains("req-7");

        CapturedEvent end = end(logs);
        assertAnswer(end, 404, null);
        assertThat(end.fields()).containsEntry("level", "warning");
    }

    @Test
    void whatARedirectThrowsAwayIsNotCounted(CapturedLogs logs) throws Exception {
        HttpResponse<String> response = get("/moved");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.body()).isEmpty();
        assertAnswer(end(logs), 302, 0L);
    }

    @Test
    void anAsynchronousRequestEndsWhenItIsCompleted(CapturedLogs logs) throws Exception {
        assertThat(get("/async").body()).hasSize(BLOCK.length);

        assertAnswer(end(logs), 200, (long) BLOCK.length);
        assertThat(logs.withMessage("request started").events()).hasSize(1);
    }

    @Test
    void aDispatchedRequestHasItsContextAgain(CapturedLogs logs) throws Exception {
        get("/dispatch", "X-Request-ID", "req-9");

        assertAnswer(end(logs), 200, 5L);
        assertThat(logs.withField("request_id", "req-9").events())
                .extracting(CapturedEvent::message)
                .containsExactly("request started", "dispatched", "request completed");
    }

    @Test
    void aRequestThatIsCompletedBeforeItsServletReturnsIsLoggedOnce(CapturedLogs logs) throws Exception {
        assertThat(get("/early").body()).hasSize(BLOCK.length);

        assertAnswer(end(logs), 200, (long) BLOCK.length);
    }

    @Test
    void anAsynchronousRequestThatNobodyCompletesHasFailed(CapturedLogs logs) throws Exception {
        assertThat(get("/timeout").statusCode()).isEqualTo(500);

        CapturedEvent end = end(logs);
        assertAnswer(end, 500, null);
        assertThat(end.fields()).containsEntry("error_type", "TimeoutException");
    }

    @Test
    void anAnswerThatTheProgramHasForATimeoutIsNoFailure(CapturedLogs logs) throws Exception {
        assertThat(get("/fallback").body()).isEqualTo("nothing new");

        CapturedEvent end = end(logs);
        assertAnswer(end, 203, 11L);
        assertThat(end.fields()).containsEntry("level", "info").doesNotContainKey("error");
    }

    @Test
    void whatIsThrownAfterADispatchIsLoggedWithTheStatusThatTheClientGets(CapturedLogs logs) throws Exception {
        assertThat(get("/again").statusCode()).isEqualTo(500);

        CapturedEvent end = end(logs);
        assertAnswer(end, 500, null);
        assertThat(end.fields()).containsEntry("msg", "request failed").containsEntry("error", "on second thought");
    }

    @Test
    void whatIsThrownByWhoHasJustLeftTheRequestToOthersIsLoggedOnce(CapturedLogs logs) throws Exception {
        assertThat(get("/both").statusCode()).isEqualTo(500);

        CapturedEvent end = end(logs);
        assertAnswer(end, 500, null);
        assertThat(end.fields()).containsEntry("error", "after the start");
    }

    @Test
    void aRequestThatIsStartedAgainPastTheFilterStillHasAnEnd(CapturedLogs logs) throws Exception {
        assertThat(get("/bare").statusCode()).isEqualTo(204);

        assertAnswer(end(logs), 204, 0L);
    }

    @Test
    void aBodyWrittenWithoutBlockingIsCounted(CapturedLogs logs) throws Exception {
        assertThat(get("/nonblocking").body()).hasSize(20 * BLOCK.length);

        assertAnswer(end(logs), 200, 20L * BLOCK.length);
    }

    @Test
    void aFailedAuthenticationIsToldOfItsRequest(CapturedLogs logs) throws Exception {
        get("/auth", "X-Request-ID", "req-3");

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

    private static void completeElsewhere(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync();
        new Thread(() -> {
                    try {
                        async.getResponse().getOutputStream().write(BLOCK);
                    } catch (IOException e) {
                        LOG.error("not written", e);
                    }
                    async.complete();
                })
                .start();
    }

    private static void dispatchOnce(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute("again") == null) {
            request.setAttribute("again", true);
            request.startAsync().dispatch();
            return;
        }
        LOG.info("dispatched");
        response.getOutputStream().write("again".getBytes(StandardCharsets.UTF_8));
    }

    private static void answerWhenTimedOut(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync();
        async.setTimeout(50);
        async.addListener(new OnTimeout() {
            @Override
            public void onTimeout(AsyncEvent event) throws IOException {
                response.setStatus(203);
                async.getResponse().getOutputStream().write("nothing new".getBytes(StandardCharsets.UTF_8));
                async.complete();
            }
        });
    }

    private static void dispatchAndThrow(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute("again") != null) {
            throw new IllegalStateException("on second thought");
        }
        request.setAttribute("again", true);
        request.startAsync().dispatch();
    }

    private static void startAgainWithoutWrapper(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute("again") == null) {
            request.setAttribute("again", true);
            request.startAsync().dispatch();
            return;
        }
        response.setStatus(204);
        ((HttpServletRequestWrapper) request).getRequest().startAsync().complete();
    }

    private static void writeWithoutBlocking(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AsyncContext async = request.startAsync();
        ServletOutputStream out = async.getResponse().getOutputStream();
        out.setWriteListener(new WriteListener() {
            private int blocks = 20;

            @Override
            public void onWritePossible() throws IOException {
                while (out.isReady()) {
                    if (blocks-- == 0) {
                        async.complete();
                        return;
                    }
                    out.write(BLOCK);
                }
            }

            @Override
            public void onError(Throwable t) {
                async.complete();
            }
        });
    }

    /** The event comes a moment after the answer. */
    private static CapturedEvent end(CapturedLogs logs) {
        Patience.await()
                .until(() -> logs.snapshot().events().stream()
                        .anyMatch(event -> event.fields().containsKey("duration_ms")));
        List<CapturedEvent> ends = logs.events().stream()
                .filter(event -> event.fields().containsKey("duration_ms"))
                .toList();
        assertThat(ends).hasSize(1);
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
        return ends.get(0);
    }

    private static void assertAnswer(CapturedEvent end, int status, Long size) {
        Map<String, Object> fields = end.fields();
        assertThat(((Number) fields.get("status")).intValue()).isEqualTo(status);
        assertThat(fields.get("response_size") instanceof Number n ? n.longValue() : null)
                .isEqualTo(size);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(jetty.url(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(jetty.url(path)).build();
    }

    private static HttpServlet servlet(Answering answering) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                answering.answer(request, response);
            }
        };
    }

    private interface OnTimeout extends AsyncListener {

        @Override
        default void onComplete(AsyncEvent event) {}

        @Override
        default void onError(AsyncEvent event) {}

        @Override
        default void onStartAsync(AsyncEvent event) {}
    }

    private interface Answering {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }
}
