package io.pixsim.logging.http.transport;

import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Event;
import io.pixsim.logging.http.endpoint.RawEndpoint;
import io.pixsim.logging.http.endpoint.Received;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.Setback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OkHttpTransportTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Shipment EVENTS = new Shipment("batch-1", List.of(Event.good(1), Event.good(2)));

    @Test
    void aBatchIsPostedAsPlainHttp11Json() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing());
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            Outcome outcome = transport.send(EVENTS);

            assertThat(outcome).isEqualTo(new Delivered(2));
            Received request = endpoint.requests().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.protocol()).isEqualTo("HTTP/1.1");
            assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
            assertThat(request.headers().getFirst("User-Agent")).isEqualTo("pixsim-logging-java");
            assertThat(request.headers()).doesNotContainKeys("Upgrade", "Http2-settings", "Authorization");
            assertThat(request.headers().getFirst("Content-Length")).isNotNull();
        }
    }

    @Test
    void theTokenIsSentAsABearerToken() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing());
                Transport transport = new OkHttpTransport(endpoint.url(), "s3cret", LONG)) {
            transport.send(EVENTS);

            assertThat(endpoint.requests().get(0).headers().getFirst("Authorization"))
                    .isEqualTo("Bearer s3cret");
        }
    }

    @Test
    void oneConnectionServesAllBatches() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.first(List.of(Reply.status(503)), Behaviour.storing()));
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            Stream.generate(() -> EVENTS).limit(5).forEach(transport::send);

            assertThat(endpoint.requests().stream().map(Received::clientPort)).hasSize(5);
            assertThat(endpoint.requests().stream().map(Received::clientPort).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (Endpoint elsewhere = Endpoint.start(Behaviour.storing());
                Endpoint endpoint =
                        Endpoint.start(Behaviour.always(Reply.status(307).with("Location", elsewhere.url())));
                Transport transport = new OkHttpTransport(endpoint.url(), "s3cret", LONG)) {
            Outcome outcome = transport.send(EVENTS);

            assertThat(reason(outcome)).isEqualTo("HTTP 307 at 127.0.0.1:" + endpoint.port());
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void theWishOfABusyEndpointIsPassedOn() {
        try (Endpoint endpoint =
                        Endpoint.start(Behaviour.always(Reply.status(429).with("Retry-After", "7")));
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(((Setback) transport.send(EVENTS)).leastPause()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void aDateToWaitForIsReadByTheClockOfTheEndpoint() {
        String busy = """
                HTTP/1.1 503 Service Unavailable\r
                Date: Tue, 15 Nov 1994 08:12:31 GMT\r
                Retry-After: Tue, 15 Nov 1994 08:12:40 GMT\r
                Content-Length: 0\r
                \r
                """;
        try (RawEndpoint endpoint = RawEndpoint.answering(busy);
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(((Setback) transport.send(EVENTS)).leastPause()).isEqualTo(Duration.ofSeconds(9));
        }
    }

    @Test
    void nothingThatAnEndpointSaysGetsIntoAReason() {
        Reply telling = Reply.json(500, "INSERT INTO log_entries VALUES ('password=hunter2')");
        try (Endpoint endpoint = Endpoint.start(Behaviour.always(telling));
                Transport transport = new OkHttpTransport(
                        endpoint.url().replace("http://", "http://user:hunter2@"), "hunter2", LONG)) {
            assertThat(reason(transport.send(EVENTS))).isEqualTo("HTTP 500 at 127.0.0.1:" + endpoint.port());
        }
    }

    @Test
    void aClosedPortIsASetback() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        try (Transport transport = new OkHttpTransport("http://127.0.0.1:" + port + "/", null, LONG)) {
            assertThat(reason(transport.send(EVENTS))).isEqualTo("ConnectException at 127.0.0.1:" + port);
        }
    }

    @Test
    void anEndpointThatHangsIsGivenUpOn() {
        try (RawEndpoint endpoint = RawEndpoint.hanging();
                Transport transport = new OkHttpTransport(endpoint.url(), null, SHORT)) {
            assertThat(transport.send(EVENTS)).isInstanceOf(Retryable.class);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpOn() {
        String begun = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"count\":";
        try (RawEndpoint endpoint = RawEndpoint.answering(begun);
                Transport transport = new OkHttpTransport(endpoint.url(), null, SHORT)) {
            assertThat(transport.send(EVENTS)).isInstanceOf(Retryable.class);
        }
    }

    @Test
    void halfAnAnswerIsASetback() {
        String half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"count\":2";
        try (RawEndpoint endpoint = RawEndpoint.answeringAndHangingUp(half);
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(transport.send(EVENTS)).isInstanceOf(Retryable.class);
        }
    }

    @Test
    void anAnswerOfMoreThan64KiBIsNotRead() {
        Reply huge = Reply.json(200, "{\"message\":\"" + "x".repeat(70_000) + "\"}");
        try (Endpoint endpoint = Endpoint.start(Behaviour.always(huge));
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(reason(transport.send(EVENTS))).startsWith("an answer without an end at ");
        }
    }

    static Stream<String> answersThatAreNone() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        return Stream.of(
                head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"cou",
                "HTTP/1.1 200",
                "HTTP/9.9 200 OK\r\n\r\n",
                "220 mail.example ESMTP\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n",
                "\u0000\u0001\u0002");
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNone")
    void whatIsNoAnswerIsASetback(String answer) {
        try (RawEndpoint endpoint = RawEndpoint.answeringAndHangingUp(answer);
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(transport.send(EVENTS)).isInstanceOf(Setback.class);
        }
    }

    @Test
    void anInterimAnswerIsNotTheAnswer() {
        String answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"count\":2}";
        try (RawEndpoint endpoint = RawEndpoint.answering(answer);
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(transport.send(EVENTS)).isEqualTo(new Delivered(2));
        }
    }

    @Test
    void aBusyEndpointThatWantsNoPauseGetsOneRequestAllTheSame() {
        Reply busy = Reply.status(503).with("Retry-After", "0");
        try (Endpoint endpoint = Endpoint.start(Behaviour.always(busy));
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(transport.send(EVENTS)).isInstanceOf(Retryable.class);

            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatIsLostIsNotAskedForASecondTime() {
        try (RawEndpoint endpoint = RawEndpoint.answeringAndHangingUp("");
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(transport.send(EVENTS)).isInstanceOf(Retryable.class);

            assertThat(endpoint.heard()).isEqualTo(1);
        }
    }

    @Test
    void closingBreaksOffTheRequestUnderWay() throws Exception {
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try (RawEndpoint endpoint = RawEndpoint.hanging()) {
            Transport transport = new OkHttpTransport(endpoint.url(), null, Duration.ofMinutes(5));
            Future<Outcome> outcome = sender.submit(() -> transport.send(EVENTS));
            await().until(() -> endpoint.heard() == 1);

            transport.close();

            assertThat(outcome.get()).isInstanceOf(Retryable.class);
        } finally {
            sender.shutdownNow();
        }
    }

    @Test
    void aClosedTransportSendsNothing() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing())) {
            Transport transport = new OkHttpTransport(endpoint.url(), null, LONG);
            transport.close();

            assertThat(transport.send(EVENTS)).isInstanceOf(Retryable.class);
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    @Test
    void aTokenThatCannotBeSentIsRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> new OkHttpTransport("http://127.0.0.1/", "s3cret\nX-Evil: 1", LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    private static String reason(Outcome outcome) {
        return ((Setback) outcome).reason();
    }
}
