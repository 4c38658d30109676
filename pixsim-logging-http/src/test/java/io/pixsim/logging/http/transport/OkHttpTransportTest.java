package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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

class OkHttpTransportTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final List<byte[]> EVENTS = List.of(Event.good(1), Event.good(2));
    private static final Shipment SHIPMENT = new Shipment("run-0-1", EVENTS);

    @Test
    void aBatchIsPostedAsPlainHttp11Json() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing());
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            Outcome outcome = transport.send(SHIPMENT);

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
            transport.send(SHIPMENT);

            assertThat(endpoint.requests().get(0).headers().getFirst("Authorization"))
                    .isEqualTo("Bearer s3cret");
        }
    }

    @Test
    void oneConnectionServesAllBatches() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.first(List.of(Reply.status(503)), Behaviour.storing()));
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            Stream.generate(() -> SHIPMENT).limit(5).forEach(transport::send);

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
            Outcome outcome = transport.send(SHIPMENT);

            assertThat(reason(outcome)).isEqualTo("HTTP 307 at 127.0.0.1:" + endpoint.port());
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void theWishOfABusyEndpointIsPassedOn() {
        try (Endpoint endpoint =
                        Endpoint.start(Behaviour.always(Reply.status(429).with("Retry-After", "7")));
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(((Setback) transport.send(SHIPMENT)).leastPause()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void nothingThatAnEndpointSaysGetsIntoAReason() {
        Reply telling = Reply.json(500, "INSERT INTO log_entries VALUES ('password=hunter2')");
        try (Endpoint endpoint = Endpoint.start(Behaviour.always(telling));
                Transport transport = new OkHttpTransport(
                        endpoint.url().replace("http://", "http://user:hunter2@"), "hunter2", LONG)) {
            assertThat(reason(transport.send(SHIPMENT))).isEqualTo("HTTP 500 at 127.0.0.1:" + endpoint.port());
        }
    }

    @Test
    void aClosedPortIsASetback() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        try (Transport transport = new OkHttpTransport("http://127.0.0.1:" + port + "/", null, LONG)) {
            assertThat(reason(transport.send(SHIPMENT))).isEqualTo("ConnectException at 127.0.0.1:" + port);
        }
    }

    @Test
    void anEndpointThatHangsIsGivenUpOn() {
        try (RawEndpoint endpoint = RawEndpoint.hanging();
                Transport transport = new OkHttpTransport(endpoint.url(), null, SHORT)) {
            assertThat(transport.send(SHIPMENT)).isInstanceOf(Retryable.class);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpOn() {
        String begun = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"count\":";
        try (RawEndpoint endpoint = RawEndpoint.answering(begun);
                Transport transport = new OkHttpTransport(endpoint.url(), null, SHORT)) {
            assertThat(transport.send(SHIPMENT)).isInstanceOf(Retryable.class);
        }
    }

    @Test
    void halfAnAnswerIsASetback() {
        String half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"count\":2";
        try (RawEndpoint endpoint = RawEndpoint.answeringAndHangingUp(half);
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(transport.send(SHIPMENT)).isInstanceOf(Retryable.class);
        }
    }

    @Test
    void anAnswerOfMoreThan64KiBIsNotRead() {
        Reply huge = Reply.json(200, "{\"message\":\"" + "x".repeat(70_000) + "\"}");
        try (Endpoint endpoint = Endpoint.start(Behaviour.always(huge));
                Transport transport = new OkHttpTransport(endpoint.url(), null, LONG)) {
            assertThat(reason(transport.send(SHIPMENT))).startsWith("AnswerTooLongException at ");
        }
    }

    @Test
    void closingBreaksOffTheRequestUnderWay() throws Exception {
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try (RawEndpoint endpoint = RawEndpoint.hanging()) {
            Transport transport = new OkHttpTransport(endpoint.url(), null, Duration.ofMinutes(5));
            Future<Outcome> outcome = sender.submit(() -> transport.send(SHIPMENT));
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

            assertThat(transport.send(SHIPMENT)).isInstanceOf(Retryable.class);
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
