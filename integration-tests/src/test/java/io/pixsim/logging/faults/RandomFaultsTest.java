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
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.diagnostics.DeliveryStats;
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

    private final long seconds = Long.getLong("pixsim.faults.seconds", 6);
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
        endpoint.store().respond(Answer.refusing(422, RandomFaultsTest::isPoison));
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            Logger log = Logging.configure(options());
            for (int burst = random.nextInt(30); burst >= 0; burst--) {
                log(log, random.nextInt(200));
                LockSupport.parkNanos(random.nextInt(20_000_000));
            }
            Logging.shutdown(Duration.ofMillis(random.nextInt(200)));
            assertBalanced();
        }

        endpoint.mend();
        Logger log = Logging.configure(options());
        await().untilAsserted(() -> {
            // Who is to blame, a poisonous event or the endpoint, shows when others are stored.
            log(log, 1);
            Logging.flush(Duration.ofSeconds(1));
            DeliveryStats stats = Logging.stats().delivery();
            assertThat(stats.pending() + stats.spooled()).as("seed %s", seed).isZero();
        });
        assertThat(Logging.shutdown(LONG).undelivered()).as("seed %s", seed).isZero();

        assertBalanced();
        assertThat(endpoint.stored().withoutRepeats())
                .as("seed %s", seed)
                .containsExactlyInAnyOrderElementsOf(numbers(0, logged).stream()
                        .filter(number -> !isPoison(number))
                        .toList());
        assertThat(deadLetters()).as("seed %s", seed).isGreaterThanOrEqualTo(logged / POISON);
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

    private LoggingOptions options() {
        List<IngestionFormat> formats = List.of(IngestionFormat.values());
        IngestionFormat format = formats.get(random.nextInt(formats.size()));
        return LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url(format))
                .endpoint(EndpointOptions.of(format))
                .spoolFolder(folder)
                .build();
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
        assertThat(stats.dropped()).as("seed %s", seed).isEmpty();
    }
}
