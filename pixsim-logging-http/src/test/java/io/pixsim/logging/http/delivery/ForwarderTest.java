package io.pixsim.logging.http.delivery;

import static io.pixsim.logging.http.delivery.Forwarders.LONG;
import static io.pixsim.logging.http.delivery.Forwarders.NONE;
import static io.pixsim.logging.http.delivery.Forwarders.assertBalanced;
import static io.pixsim.logging.http.delivery.Forwarders.gathering;
import static io.pixsim.logging.http.delivery.Forwarders.gatheringForEver;
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

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Event;
import io.pixsim.logging.http.endpoint.RawEndpoint;
import io.pixsim.logging.http.queue.BatchLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwarderTest {

    private final Endpoint endpoint = Endpoint.start(Behaviour.storing());

    @AfterEach
    void stopEndpoint() {
        endpoint.close();
    }

    @Test
    void theFirstEventLeavesAtOnceAndTheNextOnesGather() {
        Forwarder forwarder = gatheringForEver(endpoint.url());

        offer(forwarder, 0, 1);
        await().until(() -> forwarder.stats().delivered() == 1);
        offer(forwarder, 1, 10);
        assertThat(forwarder.stats().pending()).isEqualTo(9);
        offer(forwarder, 10, 11);

        await().untilAsserted(() -> assertThat(endpoint.stored()).isEqualTo(numbers(0, 11)));
        assertThat(endpoint.requests().get(1).logs()).hasSize(10);
        forwarder.close(LONG);
    }

    @Test
    void anEventDoesNotWaitLongerThanTheInterval() {
        Forwarder forwarder = with(
                endpoint.url(), new ForwarderSettings(new BatchLimits(10, 1000), Duration.ofMillis(50), 100, 1000));

        offer(forwarder, 0, 1);
        await().until(() -> endpoint.stored().size() == 1);
        offer(forwarder, 1, 2);

        await().until(() -> endpoint.stored().size() == 2);
        forwarder.close(LONG);
    }

    @Test
    void aBatchIsBoundedInBytes() {
        Forwarder forwarder = with(
                endpoint.url(), new ForwarderSettings(new BatchLimits(500, 30), Duration.ofHours(1), 1000, 10_000));

        offer(forwarder, 0, 100);
        forwarder.flush(LONG);

        assertThat(endpoint.stored()).isEqualTo(numbers(0, 100));
        assertThat(endpoint.requests()).allMatch(request -> request.logs().size() <= 3);
        forwarder.close(LONG);
    }

    @Test
    void flushReturnsWhenAllThatWasHandedOverIsDelivered() {
        Forwarder forwarder = gathering(endpoint.url());
        offer(forwarder, 0, 25);

        DeliveryResult result = forwarder.flush(LONG);

        assertThat(endpoint.stored()).isEqualTo(numbers(0, 25));
        assertThat(result.undelivered()).isZero();
        assertThat(forwarder.stats().delivered()).isEqualTo(25);
        forwarder.close(LONG);
    }

    @Test
    void flushOfNothingReturnsAtOnce() {
        Forwarder forwarder = gathering(endpoint.url());

        assertThat(forwarder.flush(LONG)).isEqualTo(DeliveryResult.NOTHING);
        assertThat(endpoint.requests()).isEmpty();
        forwarder.close(LONG);
    }

    @Test
    void flushGivesUpAtItsDeadlineAndTellsWhatWaits() {
        try (RawEndpoint hanging = RawEndpoint.hanging()) {
            Forwarder forwarder = gathering(hanging.url());
            offer(forwarder, 0, 25);

            DeliveryResult result = forwarder.flush(Duration.ofMillis(50));

            assertThat(result).isEqualTo(new DeliveryResult(0, 25, Map.of()));
            forwarder.close(NONE);
        }
    }

    @Test
    void anInterruptedCallerStillFlushesAndStaysInterrupted() {
        Forwarder forwarder = gathering(endpoint.url());
        offer(forwarder, 0, 25);

        Thread.currentThread().interrupt();
        DeliveryResult result = forwarder.flush(LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.undelivered()).isZero();
        forwarder.close(LONG);
    }

    @Test
    void eventsOfManyThreadsArriveExactlyOnce() throws Exception {
        Forwarder forwarder = with(endpoint.url(), settings(100, 100_000));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<?>> calls = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            int from = caller * 2000;
            calls.add(callers.submit(() -> offer(forwarder, from, from + 2000)));
        }

        for (Future<?> call : calls) {
            call.get();
        }
        DeliveryResult result = forwarder.close(LONG);

        assertThat(result.undelivered()).isZero();
        assertThat(endpoint.stored()).containsExactlyInAnyOrderElementsOf(numbers(0, 16_000));
        assertBalanced(forwarder.stats());
        callers.shutdown();
    }

    @Test
    void eventsOfOneThreadArriveInOrder() {
        Forwarder forwarder = with(endpoint.url(), settings(7, 100_000));

        offer(forwarder, 0, 1000);
        forwarder.flush(LONG);

        assertThat(endpoint.stored()).isEqualTo(numbers(0, 1000));
        forwarder.close(LONG);
    }

    @Test
    void aFullQueueRefusesTheNewestAndCountsIt() {
        try (RawEndpoint hanging = RawEndpoint.hanging()) {
            Forwarder forwarder = with(hanging.url(), settings(10, 100));
            offer(forwarder, 0, 1);
            await().until(() -> hanging.heard() == 1);

            offer(forwarder, 1, 150);

            assertThat(forwarder.stats().pending()).isEqualTo(90);
            assertThat(forwarder.stats().dropped()).containsExactly(Map.entry(DropReason.QUEUE_FULL, 60L));
            assertBalanced(forwarder.stats());
            forwarder.close(NONE);
        }
    }

    @Test
    void anUrgentEventFindsRoomWhenOthersDoNot() {
        try (RawEndpoint hanging = RawEndpoint.hanging()) {
            Forwarder forwarder = with(hanging.url(), settings(10, 100));
            offer(forwarder, 0, 100);

            forwarder.offer(Event.good(100), true);

            assertThat(forwarder.stats().pending()).isEqualTo(91);
            forwarder.close(NONE);
        }
    }

    @Test
    void anEventLargerThanABatchMayBeIsRefused() {
        Forwarder forwarder = gathering(endpoint.url());

        forwarder.offer(new byte[(1 << 20) + 1], true);

        assertThat(forwarder.stats().dropped()).containsExactly(Map.entry(DropReason.OVERSIZE, 1L));
        assertBalanced(forwarder.stats());
        forwarder.close(LONG);
    }
}
