package io.pixsim.logging.http.delivery;

import static io.pixsim.logging.http.delivery.Forwarders.LONG;
import static io.pixsim.logging.http.delivery.Forwarders.assertBalanced;
import static io.pixsim.logging.http.delivery.Forwarders.gathering;
import static io.pixsim.logging.http.delivery.Forwarders.numbers;
import static io.pixsim.logging.http.delivery.Forwarders.offer;
import static io.pixsim.logging.http.delivery.Forwarders.settings;
import static io.pixsim.logging.http.delivery.Forwarders.with;
import static io.pixsim.logging.http.endpoint.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Event;
import io.pixsim.logging.http.endpoint.Received;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Shipment;
import io.pixsim.logging.http.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwarderFaultsTest {

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 408, 502})
    void aBatchThatFailsForNowIsSentAgainAsItWas(int status) {
        try (Endpoint endpoint = Endpoint.start(
                Behaviour.first(List.of(Reply.status(status), Reply.status(status)), Behaviour.storing()))) {
            Forwarder forwarder = gathering(endpoint.url());
            offer(forwarder, 0, 1);

            forwarder.flush(LONG);

            assertThat(endpoint.requests()).hasSize(3);
            assertThat(endpoint.stored()).isEqualTo(numbers(0, 1));
            assertThat(forwarder.stats().retries()).isEqualTo(2);
            forwarder.close(LONG);
        }
    }

    @Test
    void theFirstRequestAfterABusyAnswerWaitsAsLongAsAskedFor() {
        Reply busy = Reply.status(429).with("Retry-After", "1");
        try (Endpoint endpoint = Endpoint.start(Behaviour.first(List.of(busy), Behaviour.storing()))) {
            Forwarder forwarder = gathering(endpoint.url());
            offer(forwarder, 0, 1);
            // A flush would cut the pause short.
            await().until(() -> forwarder.stats().delivered() == 1);

            List<Received> requests = endpoint.requests();
            assertThat(requests).hasSize(2);
            assertThat(Duration.ofNanos(
                            requests.get(1).atNanos() - requests.get(0).atNanos()))
                    .as("counted from when the request left, by a tenth of a second at the most")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(900));
            forwarder.close(LONG);
        }
    }

    @Test
    void anEndpointThatIsDownGetsEverythingOnceItIsUp() {
        int port;
        try (Endpoint down = Endpoint.start(Behaviour.storing())) {
            port = down.port();
        }
        Forwarder forwarder = gathering("http://127.0.0.1:" + port + "/");
        offer(forwarder, 0, 42);
        await().until(() -> forwarder.stats().retries() >= 2);

        try (Endpoint up = Endpoint.startAt(port, Behaviour.storing())) {
            forwarder.flush(LONG);

            assertThat(up.stored()).isEqualTo(numbers(0, 42));
            assertBalanced(forwarder.stats());
            forwarder.close(LONG);
        }
    }

    @Test
    void aPageOfAProxyIsNotTakenForAYes() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.always(Reply.html(200)))) {
            Forwarder forwarder = gathering(endpoint.url());
            offer(forwarder, 0, 1);
            await().until(() -> forwarder.stats().retries() >= 1);

            endpoint.behave(Behaviour.storing());
            forwarder.close(LONG);

            assertThat(endpoint.stored()).isEqualTo(numbers(0, 1));
        }
    }

    static Stream<Behaviour> endpointsThatStumble() {
        return Stream.of(
                Behaviour.refusing(Reply.status(400)),
                Behaviour.refusing(Reply.status(413)),
                Behaviour.refusing(Reply.status(422)),
                Behaviour.refusing(Reply.status(500)),
                Behaviour.refusing(Reply.html(400)),
                Behaviour.stoppingAtPoison());
    }

    @ParameterizedTest
    @MethodSource("endpointsThatStumble")
    void aPoisonousEventCostsOnlyItself(Behaviour behaviour) {
        try (Endpoint endpoint = Endpoint.start(behaviour)) {
            Forwarder forwarder = with(endpoint.url(), settings(10, 1000));
            offer(forwarder, 0, 14);
            forwarder.offer(Event.poisonous(14), false);
            offer(forwarder, 15, 30);

            forwarder.flush(LONG);

            assertThat(endpoint.stored())
                    .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 30)
                            .filter(seq -> seq != 14)
                            .boxed()
                            .toList());
            assertThat(forwarder.stats().dropped()).isEqualTo(Map.of(DropReason.REJECTED, 1L));
            assertThat(forwarder.stats().pending()).isZero();
            assertBalanced(forwarder.stats());
            forwarder.close(LONG);
        }
    }

    private static long seq(byte[] event) {
        return Long.parseLong(new String(event, UTF_8).replaceAll(".*\"seq\":(\\d+).*", "$1"));
    }

    /** What no format of ours does; but what can't be written must cost no other either. */
    @Test
    void anEventThatCannotBeWrittenCostsOnlyItself() {
        List<Long> stored = new CopyOnWriteArrayList<>();
        Transport choosy = new Transport() {
            @Override
            public Outcome send(Shipment shipment) {
                List<Long> numbers =
                        shipment.events().stream().map(ForwarderFaultsTest::seq).toList();
                if (numbers.contains(50L)) {
                    throw new IllegalStateException("can't be written");
                }
                stored.addAll(numbers);
                return new Delivered(numbers.size());
            }

            @Override
            public void close() {}
        };
        Forwarder forwarder = new Forwarder(settings(10, 1_000), choosy);
        offer(forwarder, 0, 100);

        forwarder.flush(LONG);

        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(
                        numbers(0, 100).stream().filter(number -> number != 50).toList());
        assertThat(forwarder.stats().dropped()).isEqualTo(Map.of(DropReason.REJECTED, 1L));
        forwarder.close(LONG);
    }

    @Test
    void anEndpointThatStoresNothingForAWhileCostsNothing() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.always(Reply.stored(0)))) {
            Forwarder forwarder = with(endpoint.url(), settings(4, 1000));
            offer(forwarder, 0, 8);
            await().until(() -> forwarder.stats().retries() >= 6);

            endpoint.behave(Behaviour.storing());
            forwarder.flush(LONG);

            assertThat(endpoint.stored()).containsExactlyInAnyOrderElementsOf(numbers(0, 8));
            assertThat(forwarder.stats().dropped()).isEmpty();
            forwarder.close(LONG);
        }
    }
}
