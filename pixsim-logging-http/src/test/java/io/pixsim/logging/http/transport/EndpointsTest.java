package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.WebServer;
import io.pixsim.logging.http.endpoint.WebServer.Request;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.Setback;
import io.pixsim.logging.sink.Compression;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves for which endpoint, packed or not, in which format. */
class EndpointsTest {

    private static final EndpointOptions OTLP = EndpointOptions.of(IngestionFormat.OTLP);
    private static final Shipment LARGE = new Shipment(
            "batch-7",
            Stream.generate(() -> ("{\"msg\":\"" + "x".repeat(100) + "\"}").getBytes(StandardCharsets.UTF_8))
                    .limit(50)
                    .toList());

    private final AtomicLong now = new AtomicLong();

    @Test
    void theBatchIdIsOnEveryRequest() {
        try (WebServer server = WebServer.start(EndpointsTest::storing);
                Transport transport = transport(EndpointOptions.DEFAULT, server.url("/"))) {
            transport.send(LARGE);
            transport.send(LARGE);

            assertThat(server.requests())
                    .extracting(request -> request.header("X-PixSim-Batch-Id"))
                    .containsExactly("batch-7", "batch-7");
        }
    }

    @ParameterizedTest
    @EnumSource(IngestionFormat.class)
    void makingReadyForAYesAsksNobody(IngestionFormat format) {
        try (WebServer server = WebServer.start(EndpointsTest::storing);
                Transport transport = transport(EndpointOptions.of(format), server.url("/"))) {
            transport.warmUp();

            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void aBodyOfManyPartsArrivesAsOne(String compression) {
        Shipment many = new Shipment(
                "batch-8",
                Stream.generate(LARGE.events()::stream)
                        .limit(400)
                        .flatMap(all -> all)
                        .toList());
        EndpointOptions options =
                EndpointOptions.DEFAULT.with(Compression.parse(compression).orElseThrow());
        try (WebServer server = WebServer.start(EndpointsTest::storing);
                Transport transport = transport(options, server.url("/"))) {
            assertThat(transport.send(many)).isEqualTo(new Delivered(20_000));
        }
    }

    @Test
    void otlpIsBinaryAndPacked() {
        try (WebServer server = WebServer.start(request -> new Reply(200, "application/x-protobuf", "", Map.of()));
                Transport transport = transport(OTLP, server.url("/v1/logs"))) {
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));

            Request request = server.requests().get(0);
            assertThat(request.header("Content-Type")).isEqualTo("application/x-protobuf");
            assertThat(request.isPacked()).isTrue();
            assertThat(request.body().size()).isLessThan(request.text().length() / 10);
            assertThat(request.header("Content-Length"))
                    .isEqualTo(String.valueOf(request.body().size()));
        }
    }

    @Test
    void bulkAsksForNoMoreThanItNeedsToKnow() {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{\"errors\":false}"));
                Transport transport =
                        transport(EndpointOptions.of(IngestionFormat.BULK), server.url("/_bulk?pipeline=p"))) {
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));

            Request request = server.requests().get(0);
            assertThat(request.header("Content-Type")).isEqualTo("application/x-ndjson");
            assertThat(request.address().getQuery())
                    .isEqualTo("pipeline=p&filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason");
            assertThat(request.text()).startsWith("{\"create\":{\"_index\":\"logs-pixsim-default\"}}\n");
        }
    }

    @Test
    void aBulkUrlThatNamesAnIndexIsEnough() {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{\"errors\":false}"));
                Transport transport = transport(EndpointOptions.of(IngestionFormat.BULK), server.url("/mine/_bulk"))) {
            transport.send(LARGE);

            assertThat(server.requests().get(0).text()).startsWith("{\"create\":{}}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 415})
    void whatIsRefusedPackedGoesAgainPlainAndSoDoesAllAfterIt(int status) {
        try (WebServer server =
                        WebServer.start(request -> request.isPacked() ? Reply.status(status) : Reply.json(200, "{}"));
                Transport transport = transport(EndpointOptions.DEFAULT.with(Compression.GZIP), server.url("/"))) {
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));

            assertThat(server.requests()).extracting(Request::isPacked).containsExactly(true, false, false);
        }
    }

    @Test
    void whatIsRefusedPlainAsWellIsRefusedForItself() {
        try (WebServer server = WebServer.start(request -> Reply.json(400, "{\"detail\":\"bad\"}"));
                Transport transport = transport(OTLP, server.url("/v1/logs"))) {
            assertThat(transport.send(LARGE)).isEqualTo(new Rejected(400, "{\"detail\":\"bad\"}"));
            server.answer(request -> Reply.json(200, "{}"));
            transport.send(LARGE);

            assertThat(server.requests()).extracting(Request::isPacked).containsExactly(true, false, true);
        }
    }

    @Test
    void aPixSimEndpointIsSentGzipOnceItHasAskedForIt() {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}").with("Accept-Encoding", "gzip"));
                Transport transport = transport(EndpointOptions.DEFAULT, server.url("/"))) {
            transport.send(LARGE);
            transport.send(LARGE);

            assertThat(server.requests()).extracting(Request::isPacked).containsExactly(false, true);
        }
    }

    @Test
    void whileTheFirstCannotBeReachedTheNextGetsTheBatchAtOnce() throws Exception {
        try (WebServer second = WebServer.start(EndpointsTest::storing);
                Transport transport = transport(EndpointOptions.DEFAULT, closedPort(), second.url("/"))) {
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));
            assertThat(second.requests()).hasSize(2);
        }
    }

    @Test
    void whenNoneCanBeReachedItIsASetback() throws Exception {
        try (Transport transport = transport(EndpointOptions.DEFAULT, closedPort(), closedPort())) {
            assertThat(transport.send(LARGE)).isInstanceOf(Retryable.class);
        }
    }

    @Test
    void afterThreeFailuresTheNextIsAskedAndTheFirstAgainAfterAMinute() {
        try (WebServer first = WebServer.start(request -> Reply.status(503).with("Retry-After", "30"));
                WebServer second = WebServer.start(EndpointsTest::storing);
                Transport transport = transport(EndpointOptions.DEFAULT, first.url("/"), second.url("/"))) {
            assertThat(pause(transport)).isEqualTo(Duration.ofSeconds(30));
            assertThat(pause(transport)).isEqualTo(Duration.ofSeconds(30));
            assertThat(pause(transport)).isZero();
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));
            assertThat(first.requests()).hasSize(3);

            first.answer(EndpointsTest::storing);
            now.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThat(transport.send(LARGE)).isEqualTo(new Delivered(50));

            assertThat(first.requests()).hasSize(4);
            assertThat(second.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 413, 422, 500})
    void whatOnlyTheFirstCanSettleStaysWithTheFirst(int status) {
        try (WebServer first = WebServer.start(request -> Reply.status(status));
                WebServer second = WebServer.start(EndpointsTest::storing);
                Transport transport = transport(EndpointOptions.DEFAULT, first.url("/"), second.url("/"))) {
            for (int i = 0; i < 10; i++) {
                transport.send(LARGE);
            }

            assertThat(second.requests()).isEmpty();
        }
    }

    @Test
    void whoeverTakesABatchIsTheOnlyOne() {
        AtomicInteger turn = new AtomicInteger();
        Function<Request, Reply> moody =
                request -> turn.getAndIncrement() % 3 == 0 ? Reply.json(200, "{}") : Reply.status(503);
        try (WebServer first = WebServer.start(moody);
                WebServer second = WebServer.start(moody);
                Transport transport = transport(EndpointOptions.DEFAULT, first.url("/"), second.url("/"))) {
            long taken = Stream.generate(() -> transport.send(LARGE))
                    .limit(300)
                    .filter(outcome -> outcome instanceof Delivered)
                    .count();

            assertThat(first.requests().size() + second.requests().size()).isEqualTo(300);
            assertThat(taken).isEqualTo(100);
        }
    }

    @Test
    void whoIsNotLetInIsToldWithThePlaceAlone() {
        try (WebServer server = WebServer.start(request -> Reply.status(403));
                Transport transport = transport(EndpointOptions.DEFAULT, server.url("/secret?key=hunter2"))) {
            assertThat(transport.send(LARGE))
                    .isEqualTo(new Denied("HTTP 403 at localhost:" + server.port(), Answer.MISCONFIGURED_PAUSE));
        }
    }

    @Test
    void aNameThatNobodyKnowsIsASetback() {
        try (Transport transport = transport(
                EndpointOptions.DEFAULT.with(
                        Connection.DEFAULT.withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20))),
                URI.create("http://nowhere.invalid:8001/"))) {
            assertThat(((Retryable) transport.send(LARGE)).reason())
                    .isEqualTo("UnknownHostException at nowhere.invalid:8001");
        }
    }

    private static Reply storing(Request request) {
        return Reply.json(200, "{\"success\":true}");
    }

    private Duration pause(Transport transport) {
        return ((Setback) transport.send(LARGE)).leastPause();
    }

    private static URI closedPort() throws Exception {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + unused.getLocalPort() + "/");
        }
    }

    private Transport transport(EndpointOptions options, URI... urls) {
        return new OkHttpTransport(List.of(urls), options, now::get);
    }
}
