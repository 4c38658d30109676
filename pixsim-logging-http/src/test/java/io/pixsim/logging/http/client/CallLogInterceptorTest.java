package io.pixsim.logging.http.client;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.REQUEST_ID;
import static io.pixsim.logging.catalog.Fields.STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.WebServer;
import io.pixsim.logging.web.client.CallLog;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** Over real sockets. */
@Timeout(60)
class CallLogInterceptorTest {

    private static final String LARGE = "x".repeat(300_000);

    private final LoggedCalls logged = new LoggedCalls();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addInterceptor(new CallLogInterceptor(CallLog.builder(logged.logger())
                    .provider("pixverse")
                    .stage(Stage.PROVIDER_SUBMIT)
                    .build()))
            .build();
    private final CountDownLatch released = new CountDownLatch(1);
    private final WebServer server =
            WebServer.start(request -> answer(request.address().getPath()));

    @AfterEach
    void stop() {
        released.countDown();
        server.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void aCallIsLoggedWithTheContextThatItCarries() throws IOException {
        try (var job = LogContext.with(JOB_ID.of(123), ATTEMPT.of(1), REQUEST_ID.of("req-7"));
                Response answer = client.newCall(post("/ok?token=abcdefgh12345678", "{\"prompt\":\"a cat\"}"))
                        .execute()) {
            assertThat(answer.body().string()).isEqualTo("fine");
        }

        assertThat(event())
                .containsEntry("msg", "call completed")
                .containsEntry("event", "provider_call")
                .containsEntry("job_id", 123L)
                .containsEntry("attempt", 1L)
                .containsEntry("provider_id", "pixverse")
                .containsEntry("stage", "provider:submit")
                .containsEntry("method", "POST")
                .containsEntry("url", server.url("/ok").toString())
                .containsEntry("status", 200L)
                .containsEntry("request_size", 18L)
                .containsEntry("response_size", 4L)
                .containsKeys("duration_ms", "response_headers");
        assertThat(event().toString()).doesNotContain("a cat", "fine", "abcdefgh");
        assertThat(server.requests().get(0).header("X-Request-ID")).isEqualTo("req-7");
    }

    @Test
    void theProgramsOwnRequestIdIsLeftAlone() throws IOException {
        try (var request = LogContext.request("req-7")) {
            client.newCall(get("/ok").newBuilder().header("X-Request-ID", "own").build())
                    .execute()
                    .close();
        }

        assertThat(server.requests().get(0).header("X-Request-ID")).isEqualTo("own");
    }

    @Test
    void aBodyOfUnknownLengthIsCountedAsItIsSent() throws IOException {
        RequestBody upload = new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(LARGE);
            }
        };

        client.newCall(get("/ok").newBuilder().post(upload).build()).execute().close();

        assertThat(event()).containsEntry("request_size", (long) LARGE.length());
        assertThat(server.requests().get(0).body().size()).isEqualTo(LARGE.length());
    }

    @Test
    void aBodyThatIsStreamedIsCountedWhenItHasBeenRead() throws IOException {
        try (Response answer = client.newCall(get("/large")).execute()) {
            answer.body().source().require(100_000);
            assertThat(logged.events()).isEmpty();
            answer.body().source().skip(LARGE.length());
            assertThat(answer.body().source().exhausted()).isTrue();
        }

        assertThat(event()).containsEntry("response_size", (long) LARGE.length());
    }

    @Test
    void closingAnAnswerEndsTheCall() throws IOException {
        client.newCall(get("/large")).execute().close();

        assertThat(event()).containsEntry("status", 200L).containsEntry("response_size", 0L);
    }

    @Test
    void anErrorOfTheProviderIsAnError() throws IOException {
        client.newCall(get("/broken")).execute().close();

        assertThat(event())
                .containsEntry("level", "error")
                .containsEntry("msg", "call failed")
                .containsEntry("error", "HTTP 500");
    }

    @Test
    void nobodyAtTheOtherEndIsAnError() {
        server.close();

        assertThatThrownBy(() -> client.newCall(get("/ok")).execute()).isInstanceOf(IOException.class);

        assertThat(event()).containsEntry("level", "error").containsKeys("error", "error_type");
    }

    @Test
    void aTimeoutIsAWarningThoughTheClientCancelsTheCall() {
        Call call =
                client.newBuilder().callTimeout(Duration.ofSeconds(1)).build().newCall(get("/hangs"));

        assertThatThrownBy(call::execute).isInstanceOf(InterruptedIOException.class);

        assertThat(event())
                .containsEntry("level", "warning")
                .containsEntry("msg", "call failed")
                .containsEntry("error", "timeout");
    }

    @Test
    void anAsynchronousCallBringsTheCallersContext() throws Exception {
        Answer answer = new Answer();
        try (var job = LogContext.with(JOB_ID.of(123), STAGE.of("provider:status"))) {
            CallLogInterceptor.withContext(client).newCall(get("/ok")).enqueue(answer);
        }

        assertThat(answer.text.get(30, TimeUnit.SECONDS)).isEqualTo("fine");
        assertThat(event()).containsEntry("job_id", 123L).containsEntry("stage", "provider:status");
    }

    @Test
    void aCallThatTheProgramCancelsIsNoFailure() {
        Answer answer = new Answer();
        Call call = client.newCall(get("/hangs"));
        call.enqueue(answer);
        await().until(() -> !server.requests().isEmpty());

        call.cancel();

        await().until(() -> !logged.events().isEmpty());
        assertThat(event()).containsEntry("level", "info").containsEntry("msg", "call cancelled");
        assertThat(answer.text).failsWithin(Duration.ofSeconds(30));
    }

    private Reply answer(String path) {
        if (path.equals("/hangs")) {
            awaitRelease();
        }
        return switch (path) {
            case "/large" -> Reply.json(200, LARGE);
            case "/broken" -> Reply.json(500, "oops");
            default -> Reply.json(200, "fine");
        };
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Request get(String path) {
        return new Request.Builder().url(server.url(path).toString()).build();
    }

    private Request post(String path, String body) {
        return get(path)
                .newBuilder()
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
    }

    private Map<String, Object> event() {
        assertThat(logged.events()).hasSize(1);
        return logged.events().get(0);
    }

    private static final class Answer implements Callback {

        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public void onFailure(Call call, IOException failure) {
            text.completeExceptionally(failure);
        }

        @Override
        public void onResponse(Call call, Response response) throws IOException {
            try (response) {
                text.complete(response.body().string());
            }
        }
    }
}
