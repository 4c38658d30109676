package io.pixsim.logging.http.delivery;

import static io.pixsim.logging.http.delivery.Forwarders.LONG;
import static io.pixsim.logging.http.delivery.Forwarders.NONE;
import static io.pixsim.logging.http.delivery.Forwarders.assertBalanced;
import static io.pixsim.logging.http.delivery.Forwarders.offer;
import static io.pixsim.logging.http.delivery.Forwarders.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Shipment;
import io.pixsim.logging.http.transport.Transport;
import org.junit.jupiter.api.Test;

class RequestsInFlightTest {

    private static final int LANES = 3;
    private static final int BATCH = 10;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> stored = new ConcurrentLinkedQueue<>();
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void soManyRequestsAreUnderWayAtOnceAndAllIsStoredOnce() {
        Forwarder forwarder = forwarder(number -> {
            awaitOpen(open);
            return null;
        });
        offer(forwarder, 0, 100 * BATCH);

        await().atMost(LONG).until(() -> underWay.get() == LANES);
        open.countDown();

        DeliveryResult result = forwarder.flush(LONG);
        assertThat(result.pending()).isZero();
        assertThat(stored).doesNotHaveDuplicates().hasSize(100 * BATCH);
        forwarder.close(LONG);
        assertBalanced(forwarder.stats());
    }

    @Test
    void whileTheEndpointFailsOneRequestAtATimeIsSent() {
        AtomicInteger mostWhileFailing = new AtomicInteger();
        Forwarder forwarder = forwarder(number -> {
            if (number <= LANES) {
                awaitOpen(open);
                return busy();
            }
            if (number <= LANES + 5) {
                mostWhileFailing.accumulateAndGet(underWay.get(), Math::max);
                return busy();
            }
            return null;
        });
        offer(forwarder, 0, 20 * BATCH);
        await().atMost(LONG).until(() -> underWay.get() == LANES);
        open.countDown();

        forwarder.flush(LONG);
        await().atMost(LONG).until(() -> forwarder.stats().delivered() == 20 * BATCH);

        assertThat(mostWhileFailing).hasValue(1);
        assertThat(stored).doesNotHaveDuplicates().hasSize(20 * BATCH);
        forwarder.close(LONG);
        assertBalanced(forwarder.stats());
    }

    @Test
    void aRefusedEventCostsOnlyItself() {
        Forwarder forwarder = new Forwarder(
                settings(BATCH, 10_000),
                Collections.nCopies(LANES, transport(shipment -> {
                    boolean poisoned = shipment.events().stream()
                            .anyMatch(event -> text(event).contains("\"seq\":77,"));
                    return poisoned ? new Outcome.Rejected(422, "no") : null;
                })),
                Reporter.SILENT);
        offer(forwarder, 0, 20 * BATCH);

        forwarder.flush(LONG);
        forwarder.close(LONG);

        assertThat(stored).doesNotHaveDuplicates().hasSize(20 * BATCH - 1);
        assertThat(forwarder.stats().dropped()).isEqualTo(Map.of(DropReason.REJECTED, 1L));
        assertBalanced(forwarder.stats());
    }

    @Test
    void aCloseWithoutADeadlineCountsWhatIsUnderWayAsLost() {
        Forwarder forwarder = forwarder(number -> {
            awaitOpen(open);
            return null;
        });
        offer(forwarder, 0, 10 * BATCH);
        await().atMost(LONG).until(() -> underWay.get() == LANES);

        forwarder.close(NONE);

        assertThat(forwarder.stats().droppedTotal()).isEqualTo(10 * BATCH);
        assertBalanced(forwarder.stats());
        open.countDown();
        await().atMost(LONG).until(() -> underWay.get() == 0);
        assertThat(forwarder.stats().delivered()).isZero();
    }

    private Forwarder forwarder(IntFunction<Outcome> answers) {
        List<Transport> transports = Collections.nCopies(LANES, transport(shipment -> answers.apply(begun.get())));
        return new Forwarder(settings(BATCH, 10_000), transports, Reporter.SILENT);
    }

    /** Stores, unless another answer is given. */
    private Transport transport(Function<Shipment, Outcome> answers) {
        return new Transport() {
            @Override
            public Outcome send(Shipment shipment) {
                begun.incrementAndGet();
                underWay.incrementAndGet();
                try {
                    Outcome answer = answers.apply(shipment);
                    if (answer != null) {
                        return answer;
                    }
                    shipment.events().forEach(event -> stored.add(text(event)));
                    return new Outcome.Delivered(shipment.size());
                } finally {
                    underWay.decrementAndGet();
                }
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    private static Outcome busy() {
        return new Outcome.Retryable("busy", Duration.ZERO);
    }

    private static String text(byte[] event) {
        return new String(event, StandardCharsets.UTF_8);
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
