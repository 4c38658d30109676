package io.pixsim.logging.web;

import static io.pixsim.logging.web.Answering.servlet;
import static io.pixsim.logging.web.RequestEnds.assertAnswer;
import static io.pixsim.logging.web.RequestEnds.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that are answered by others than the thread that took them, in a real container. */
@CaptureLogs(level = Severity.INFO)
class AsyncRequestsTest {

    private static final Logger LOG = LoggerFactory.getLogger("app");
    private static final byte[] BLOCK = new byte[10_000];

    private Jetty jetty;

    @BeforeEach
    void start() throws Exception {
        jetty = new Jetty()
                .with("/async", servlet(AsyncRequestsTest::completeElsewhere))
                .with("/dispatch", servlet(AsyncRequestsTest::dispatchOnce))
                .with("/early", servlet((request, response) -> {
                    AsyncContext async = request.startAsync();
                    async.getResponse().getOutputStream().write(BLOCK);
                    async.complete();
                }))
                .with(
                        "/timeout",
                        servlet((request, response) -> request.startAsync().setTimeout(50)))
                .with("/fallback", servlet(AsyncRequestsTest::answerWhenTimedOut))
                .with("/again", servlet(AsyncRequestsTest::dispatchAndThrow))
                .with("/both", servlet((request, response) -> {
                    request.startAsync();
                    throw new IllegalStateException("after the start");
                }))
                .with("/bare", servlet(AsyncRequestsTest::startAgainWithoutWrapper))
                .with("/started", servlet(AsyncRequestsTest::answerByATaskOfTheContainer))
                .with("/nonblocking", servlet(AsyncRequestsTest::writeWithoutBlocking))
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        jetty.close();
    }

    @Test
    void anAsynchronousRequestEndsWhenItIsCompleted(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/async").body()).hasSize(BLOCK.length);

        assertAnswer(end(logs), 200, (long) BLOCK.length);
        assertThat(logs.withMessage("request started").events()).hasSize(1);
    }

    @Test
    void aDispatchedRequestHasItsContextAgain(CapturedLogs logs) throws Exception {
        jetty.get("/dispatch", "X-Request-ID", "req-9");

        assertAnswer(end(logs), 200, 5L);
        assertThat(logs.withField("request_id", "req-9").events())
                .extracting(CapturedEvent::message)
                .containsExactly("request started", "dispatched", "request completed");
    }

    @Test
    void aTaskThatTheContainerStartsHasTheRequestsContext(CapturedLogs logs) throws Exception {
        jetty.get("/started", "X-Request-ID", "req-9");

        assertAnswer(end(logs), 204, 0L);
        assertThat(logs.withMessage("in a task of the container")
                        .withField("request_id", "req-9")
                        .events())
                .hasSize(1);
    }

    @Test
    void aListenerThatWritesHasTheRequestsContext(CapturedLogs logs) throws Exception {
        jetty.get("/nonblocking", "X-Request-ID", "req-9");

        assertAnswer(end(logs), 200, 20L * BLOCK.length);
        assertThat(logs.withMessage("written without blocking")
                        .withField("request_id", "req-9")
                        .events())
                .hasSize(1);
    }

    @Test
    void aRequestThatIsCompletedBeforeItsServletReturnsIsLoggedOnce(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/early").body()).hasSize(BLOCK.length);

        assertAnswer(end(logs), 200, (long) BLOCK.length);
    }

    @Test
    void anAsynchronousRequestThatNobodyCompletesHasFailed(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/timeout").statusCode()).isEqualTo(500);

        CapturedEvent end = end(logs);
        assertAnswer(end, 500, null);
        assertThat(end.fields()).containsEntry("error_type", "TimeoutException");
    }

    @Test
    void anAnswerThatTheProgramHasForATimeoutIsNoFailure(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/fallback").body()).isEqualTo("nothing new");

        CapturedEvent end = end(logs);
        assertAnswer(end, 203, 11L);
        assertThat(end.fields()).containsEntry("level", "info").doesNotContainKey("error");
    }

    @Test
    void whatIsThrownAfterADispatchIsLoggedWithTheStatusThatTheClientGets(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/again").statusCode()).isEqualTo(500);

        CapturedEvent end = end(logs);
        assertAnswer(end, 500, null);
        assertThat(end.fields()).containsEntry("msg", "request failed").containsEntry("error", "on second thought");
    }

    @Test
    void whatIsThrownByWhoHasJustLeftTheRequestToOthersIsLoggedOnce(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/both").statusCode()).isEqualTo(500);

        CapturedEvent end = end(logs);
        assertAnswer(end, 500, null);
        assertThat(end.fields()).containsEntry("error", "after the start");
    }

    @Test
    void aRequestThatIsStartedAgainPastTheFilterStillHasAnEnd(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/bare").statusCode()).isEqualTo(204);

        assertAnswer(end(logs), 204, 0L);
    }

    @Test
    void aBodyWrittenWithoutBlockingIsCounted(CapturedLogs logs) throws Exception {
        assertThat(jetty.get("/nonblocking").body()).hasSize(20 * BLOCK.length);

        assertAnswer(end(logs), 200, 20L * BLOCK.length);
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

    private static void answerByATaskOfTheContainer(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(204);
        request.startAsync();
        AsyncContext async = request.getAsyncContext();
        async.start(() -> {
            LOG.info("in a task of the container");
            async.complete();
        });
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
                        LOG.info("written without blocking");
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

    private interface OnTimeout extends AsyncListener {

        @Override
        default void onComplete(AsyncEvent event) {}

        @Override
        default void onError(AsyncEvent event) {}

        @Override
        default void onStartAsync(AsyncEvent event) {}
    }
}
