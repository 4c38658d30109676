package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.diagnostics.DeliveryStats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/**
 * Faults and restarts in random order, from a seed that a failure names. Short in the build; {@code
 * -Dpixsim.faults.seconds=600} and {@code -Dpixsim.faults.seed=…} are for longer runs by hand.
 */
class RandomFaultsTest {

    private static final List<Fault> FAULTS = List.of(
            Fault.NONE,
            Fault.NONE,
            Fault.NONE,
            Fault.BUSY_503,
            Fault.TOO_MANY_429,
            Fault.ERROR_500,
            Fault.GATEWAY_502,
            Fault.RESET,
            Fault.ANSWER_LOST,
            Fault.HALF_ANSWER,
            Fault.HALF_PROMISE,
            Fault.SLOW_READER);

    private final long seconds = Long.getLong("pixsim.faults.seconds", 4);
    private final long seed = Long.getLong("pixsim.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Random ofRequests = new Random(seed + 1);
    private final FaultyEndpoint endpoint = FaultyEndpoint.start(0, request -> nextFault());

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
        Logging.shutdown(Duration.ZERO);
    }

    @Test
    void whateverHappensEveryEventArrivesOnceAtWhoLooksAtTheIds() {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long next = 0;
        while (System.nanoTime() < end) {
            Logger log = Logging.configure(options());
            for (int burst = random.nextInt(30); burst >= 0; burst--) {
                int events = random.nextInt(200);
                Numbered.log(log, next, next + events);
                next += events;
                LockSupport.parkNanos(random.nextInt(20_000_000));
            }
            Logging.shutdown(Duration.ofMillis(random.nextInt(200)));
            assertBalanced();
        }

        endpoint.mend();
        long logged = next;
        Logging.configure(options());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(endpoint.stored().size()).as("seed %s", seed).isEqualTo((int) logged));

        assertThat(endpoint.stored().withoutRepeats())
                .as("seed %s", seed)
                .containsExactlyInAnyOrderElementsOf(numbers(0, logged));
        assertThat(Logging.shutdown(Duration.ofSeconds(30)).undelivered())
                .as("seed %s", seed)
                .isZero();
        assertBalanced();
    }

    private synchronized Fault nextFault() {
        return FAULTS.get(ofRequests.nextInt(FAULTS.size()));
    }

    private LoggingOptions options() {
        return LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url())
                .spoolFolder(folder)
                .build();
    }

    private void assertBalanced() {
        DeliveryStats stats = Logging.stats().delivery();
        assertThat(stats.accepted())
                .as("seed %s", seed)
                .isEqualTo(stats.delivered()
                        + stats.pending()
                        + stats.spooled()
                        + stats.deadLettered()
                        + stats.droppedTotal());
        assertThat(stats.dropped()).as("seed %s", seed).isEmpty();
    }
}
