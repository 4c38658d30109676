package io.pixsim.logging.http.delivery;

import static io.pixsim.logging.http.delivery.Forwarders.LONG;
import static io.pixsim.logging.http.delivery.Forwarders.assertBalanced;
import static io.pixsim.logging.http.delivery.Forwarders.gathering;
import static io.pixsim.logging.http.delivery.Forwarders.numbers;
import static io.pixsim.logging.http.delivery.Forwarders.offer;
import static io.pixsim.logging.http.delivery.Forwarders.settings;
import static io.pixsim.logging.http.delivery.Forwarders.with;
import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.RawEndpoint;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Shipment;
import io.pixsim.logging.http.transport.Transport;
import org.junit.jupiter.api.Test;

class ForwarderLifecycleTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void closeDeliversWhatWaits() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing())) {
            Forwarder forwarder = gathering(endpoint.url());
            offer(forwarder, 0, 25);

            DeliveryResult result = forwarder.close(LONG);

            assertThat(result.undelivered()).isZero();
            assertThat(endpoint.stored()).isEqualTo(numbers(0, 25));
        }
    }

    @Test
    void closeGivesUpOnAnEndpointThatHangsAndCountsWhatIsLost() {
        try (RawEndpoint hanging = RawEndpoint.hanging()) {
            Forwarder forwarder = gathering(hanging.url());
            offer(forwarder, 0, 25);
            await().until(() -> hanging.heard() == 1);

            DeliveryResult result = forwarder.close(SHORT);

            assertThat(result).isEqualTo(new DeliveryResult(0, 0, Map.of(DropReason.UNSENT_AT_CLOSE, 25L)));
            assertBalanced(forwarder.stats());
        }
    }

    @Test
    void closeCutsALongPauseShortForOneMoreTry() {
        Reply busy = Reply.status(503).with("Retry-After", "60");
        try (Endpoint endpoint = Endpoint.start(Behaviour.first(List.of(busy), Behaviour.storing()))) {
            Forwarder forwarder = gathering(endpoint.url());
            offer(forwarder, 0, 25);
            await().until(() -> forwarder.stats().retries() == 1);

            DeliveryResult result = forwarder.close(LONG);

            assertThat(result.undelivered()).isZero();
            assertThat(endpoint.stored()).isEqualTo(numbers(0, 25));
        }
    }

    @Test
    void closeDuringARequestThatIsPutOffCutsThePauseAfterItShort() {
        AtomicReference<Forwarder> self = new AtomicReference<>();
        AtomicInteger calls = new AtomicInteger();
        Forwarder forwarder = new Forwarder(settings(10, 100), answering(shipment -> {
            if (calls.getAndIncrement() > 0) {
                return new Outcome.Delivered(1);
            }
            await().until(() -> self.get() != null);
            // On this thread it only says that no more is taken, as the beginning of a close on any other does.
            self.get().close(LONG);
            return new Outcome.Retryable("busy", Duration.ofHours(1));
        }));
        self.set(forwarder);

        offer(forwarder, 0, 1);

        await().until(() -> forwarder.stats().delivered() == 1);
    }

    @Test
    void closingTwiceTellsTheSecondTimeThatNothingWasLeft() {
        try (RawEndpoint hanging = RawEndpoint.hanging()) {
            Forwarder forwarder = gathering(hanging.url());
            offer(forwarder, 0, 5);

            forwarder.close(SHORT);

            assertThat(forwarder.close(LONG)).isEqualTo(DeliveryResult.NOTHING);
            assertThat(forwarder.flush(LONG)).isEqualTo(DeliveryResult.NOTHING);
            assertThat(forwarder.stats().dropped()).isEqualTo(Map.of(DropReason.UNSENT_AT_CLOSE, 5L));
        }
    }

    @Test
    void whatIsHandedOverAfterACloseIsCounted() {
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing())) {
            Forwarder forwarder = gathering(endpoint.url());
            forwarder.close(LONG);

            offer(forwarder, 0, 3);

            assertThat(forwarder.stats().dropped()).isEqualTo(Map.of(DropReason.CLOSED, 3L));
            assertBalanced(forwarder.stats());
        }
    }

    @Test
    void theThreadIsADaemonAndGoneAfterAClose() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        Forwarder forwarder = new Forwarder(settings(10, 100), transport(() -> worker.set(Thread.currentThread())));
        offer(forwarder, 0, 1);
        forwarder.flush(LONG);

        assertThat(worker.get()).isInstanceOf(LibraryThread.class).matches(Thread::isDaemon, "a daemon");
        forwarder.close(LONG);
        await().until(() -> !worker.get().isAlive());
    }

    @Test
    void noEventIsOverslept() {
        ForwarderSettings oneByOne = new ForwarderSettings(new BatchLimits(1, 1000), Duration.ofHours(1), 100, 10_000);
        Forwarder forwarder = new Forwarder(oneByOne, transport(() -> {}));

        for (int round = 1; round <= 5000; round++) {
            int expected = round;
            offer(forwarder, round, round + 1);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofNanos(1000))
                    .until(() -> forwarder.stats().delivered() == expected);
        }

        forwarder.close(LONG);
    }

    @Test
    void flushAndCloseOnTheOwnThreadDoNotWaitForThemselves() {
        AtomicReference<Forwarder> self = new AtomicReference<>();
        Forwarder forwarder = new Forwarder(settings(10, 100), transport(() -> {
            await().until(() -> self.get() != null);
            self.get().flush(LONG);
            self.get().close(LONG);
        }));
        self.set(forwarder);

        offer(forwarder, 0, 1);

        await().until(() -> forwarder.stats().delivered() == 1);
        offer(forwarder, 1, 2);
        assertThat(forwarder.stats().dropped()).isEqualTo(Map.of(DropReason.CLOSED, 1L));
    }

    @Test
    void anErrorInTheTransportCostsNothing() {
        AtomicInteger calls = new AtomicInteger();
        Forwarder forwarder = new Forwarder(settings(10, 100), transport(() -> {
            if (calls.getAndIncrement() < 2) {
                throw new NoClassDefFoundError("okio/Gone");
            }
        }));

        offer(forwarder, 0, 5);
        forwarder.flush(LONG);

        assertThat(forwarder.stats().delivered()).isEqualTo(5);
        assertThat(forwarder.stats().retries()).isEqualTo(2);
        forwarder.close(LONG);
    }

    @Test
    void flushesAndClosesAndOffersAtOnceLeaveNothingUncounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        for (int round = 0; round < 20; round++) {
            try (Endpoint endpoint = Endpoint.start(Behaviour.storing())) {
                Forwarder forwarder = with(endpoint.url(), settings(10, 1000));
                List<Future<?>> calls = new ArrayList<>();
                calls.add(threads.submit(() -> offer(forwarder, 0, 500)));
                calls.add(threads.submit(() -> offer(forwarder, 500, 1000)));
                calls.add(threads.submit(() -> forwarder.flush(LONG)));
                calls.add(threads.submit(() -> forwarder.close(LONG)));
                calls.add(threads.submit(() -> forwarder.close(LONG)));

                for (Future<?> call : calls) {
                    call.get();
                }

                assertThat(forwarder.stats().accepted()).isEqualTo(1000);
                assertThat(forwarder.stats().pending()).isZero();
                assertThat(endpoint.stored()).doesNotHaveDuplicates().hasSize((int)
                        forwarder.stats().delivered());
                assertBalanced(forwarder.stats());
            }
        }
        threads.shutdown();
    }

    /** Stores everything, after having done this on the worker's thread. */
    private static Transport transport(Runnable before) {
        return answering(shipment -> {
            before.run();
            return new Outcome.Delivered(shipment.events().size());
        });
    }

    private static Transport answering(Function<Shipment, Outcome> answers) {
        return new Transport() {
            @Override
            public Outcome send(Shipment shipment) {
                return answers.apply(shipment);
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }
}
