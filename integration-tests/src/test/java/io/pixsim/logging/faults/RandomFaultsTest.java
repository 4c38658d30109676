package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static io.pixsim.logging.journeys.Patience.LONG;
import static io.pixsim.logging.journeys.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/**
 * Faults, poison and restarts in random order, in formats that change from run to run over one spool, from a seed that a
 * failure names. Short in the build; {@code -Dpixsim.faults.seconds=600} and {@code -Dpixsim.faults.seed=…} are for longer
 * runs by hand.
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
    /** One of so many is poisonous. */
    private static final long POISON = 701;
    /** What a process without a spool may lose: what is bad, and what waits when it ends. */
    private static final Set<DropReason> DROPPED = Set.of(DropReason.REJECTED, DropReason.UNSENT_AT_CLOSE);

    private final long seconds = Long.getLong("pixsim.faults.seconds", 5);
    private final long seed = Long.getLong("pixsim.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Random ofRequests = new Random(seed + 1);
    private final FaultyEndpoint endpoint = FaultyEndpoint.start(0, request -> nextFault());
    private long logged;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
        Logging.shutdown(Duration.ZERO);
    }

    @Test
    void whateverHappensEveryEventIsDeliveredOrOnDiskOrADeadLetter() throws IOException {
        for (long end = end(); System.nanoTime() < end; ) {
            logBursts(Logging.configure(options().spoolFolder(folder).build()));
            // A shutdown gives the disk half a second, which is not much on a machine that is busy otherwise.
            await().until(() -> Logging.stats().delivery().pending() == 0);
            Logging.shutdown(Duration.ofMillis(random.nextInt(200)));
            assertBalanced();
            assertThat(Logging.stats().delivery().dropped()).as("seed %s", seed).isEmpty();
        }

        endpoint.mend();
        Logger log = Logging.configure(options().spoolFolder(folder).build());
        await().untilAsserted(() -> {
            // Who is to blame, a poisonous event or the endpoint, shows when others are stored.
            log(log, 1);
            Logging.flush(Duration.ofSeconds(1));
            DeliveryStats stats = Logging.stats().delivery();
            assertThat(stats.pending() + stats.spooled()).as("seed %s", seed).isZero();
        });
        assertThat(Logging.shutdown(LONG).undelivered()).as("seed %s", seed).isZero();

        assertBalanced();
        assertThat(Logging.stats().delivery().dropped()).as("seed %s", seed).isEmpty();
        assertThat(endpoint.stored().withoutRepeats())
                .as("seed %s", seed)
                .containsExactlyInAnyOrderElementsOf(numbers(0, logged).stream()
                        .filter(number -> !isPoison(number))
                        .toList());
        assertThat(deadLetters()).as("seed %s", seed).isGreaterThanOrEqualTo(logged / POISON);
    }

    @Test
    void withoutASpoolEveryEventIsDeliveredOrCountedAsLost() {
        long delivered = 0;
        for (long end = end(); System.nanoTime() < end; ) {
            long before = logged;
            logBursts(Logging.configure(options().build()));
            Logging.shutdown(Duration.ofMillis(random.nextInt(200)));

            assertBalanced();
            DeliveryStats stats = Logging.stats().delivery();
            assertThat(stats.accepted()).as("seed %s", seed).isEqualTo(logged - before);
            assertThat(stats.delivered() + stats.droppedTotal())
                    .as("seed %s", seed)
                    .isEqualTo(logged - before);
            assertThat(DROPPED).as("seed %s", seed).containsAll(stats.dropped().keySet());
            delivered += stats.delivered();
        }

        // What was stored while the answer got lost is there and not known to be.
        assertThat((long) endpoint.stored().size()).as("seed %s", seed).isGreaterThanOrEqualTo(delivered);
        assertThat(endpoint.stored().numbers()).as("seed %s", seed).noneMatch(number -> isPoison((long) number));
    }

    private long end() {
        endpoint.store().respond(Answer.refusing(422, RandomFaultsTest::isPoison));
        return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }

    private void logBursts(Logger log) {
        for (int burst = random.nextInt(30); burst >= 0; burst--) {
            log(log, random.nextInt(200));
            LockSupport.parkNanos(random.nextInt(20_000_000));
        }
    }

    private void log(Logger log, int events) {
        Numbered.log(log, logged, logged + events);
        logged += events;
    }

    private static boolean isPoison(Map<String, Object> event) {
        return event.get(Numbered.NUMBER.name()) instanceof Long number && isPoison(number);
    }

    private static boolean isPoison(long number) {
        return number % POISON == POISON - 1;
    }

    private synchronized Fault nextFault() {
        return FAULTS.get(ofRequests.nextInt(FAULTS.size()));
    }

    private LoggingOptions.Builder options() {
        List<IngestionFormat> formats = List.of(IngestionFormat.values());
        IngestionFormat format = formats.get(random.nextInt(formats.size()));
        return LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url(format))
                .endpoint(EndpointOptions.of(format));
    }

    /** OTLP does not say which events it rejected, so there may be innocent ones among them, stored all the same. */
    private long deadLetters() throws IOException {
        Path file = folder.resolve("dead-letters.jsonl");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
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
    }
}
