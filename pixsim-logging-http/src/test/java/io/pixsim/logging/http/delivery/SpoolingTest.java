package io.pixsim.logging.http.delivery;

import static io.pixsim.logging.http.delivery.Forwarders.LONG;
import static io.pixsim.logging.http.delivery.Forwarders.NONE;
import static io.pixsim.logging.http.delivery.Forwarders.assertBalanced;
import static io.pixsim.logging.http.delivery.Forwarders.numbers;
import static io.pixsim.logging.http.delivery.Forwarders.offer;
import static io.pixsim.logging.http.delivery.Forwarders.settings;
import static io.pixsim.logging.http.delivery.Forwarders.with;
import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Event;
import io.pixsim.logging.http.endpoint.RawEndpoint;
import io.pixsim.logging.http.endpoint.Received;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.spool.SpoolSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolingTest {

    private final Endpoint endpoint = Endpoint.start(Behaviour.storing());

    @TempDir
    Path folder;

    @AfterEach
    void stopEndpoint() {
        endpoint.close();
    }

    @Test
    void whatIsHandedOverIsDeliveredInOrderAndLeavesNothingBehind() throws IOException {
        Forwarder forwarder = spooling(endpoint.url());
        offer(forwarder, 0, 1000);

        DeliveryResult result = forwarder.close(LONG);

        assertThat(result.undelivered()).isZero();
        assertThat(endpoint.stored()).isEqualTo(numbers(0, 1000));
        assertBalanced(forwarder.stats());
        await().untilAsserted(() -> assertThat(files()).isEmpty());
    }

    @Test
    void whatAnOutageLeavesIsOnDiskAtCloseAndSentByTheNext() {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        Forwarder first = spooling(endpoint.url());
        offer(first, 0, 500);
        await().until(() -> first.stats().pending() == 0);

        DeliveryResult result = first.close(Duration.ofMillis(300));

        assertThat(result).isEqualTo(new DeliveryResult(0, 0, 500, 0, Map.of()));
        assertBalanced(first.stats());
        endpoint.behave(Behaviour.storing());
        Forwarder second = spooling(endpoint.url());
        offer(second, 500, 600);
        await().until(() -> second.stats().delivered() == 600);
        assertThat(endpoint.stored()).containsExactlyInAnyOrderElementsOf(numbers(0, 600));
        assertThat(second.stats().accepted()).isEqualTo(600);
        second.close(LONG);
        assertBalanced(second.stats());
    }

    @Test
    void aCloseByAThreadThatWasInterruptedStillLeavesEverythingOnDisk() {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        for (int round = 0; round < 20; round++) {
            Forwarder forwarder = spooling(endpoint.url());
            offer(forwarder, 0, 2_000);

            Thread.currentThread().interrupt();
            DeliveryResult result = forwarder.close(NONE);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(result.dropped()).isEmpty();
            assertThat(result.spooled()).isGreaterThanOrEqualTo(2_000);
        }
        await().until(SpoolingTest::nobodySpools);
    }

    /** Whoever does holds a property of the system. */
    private static boolean nobodySpools() {
        return System.getProperties().stringPropertyNames().stream()
                .noneMatch(name -> name.startsWith("io.pixsim.logging.spool."));
    }

    @Test
    void aFolderThatIsDeletedCostsNoMoreThanWhatWasInIt() throws IOException {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        Forwarder forwarder = spooling(endpoint.url());
        offer(forwarder, 0, 100);
        await().until(() -> forwarder.stats().spooled() == 100);
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.delete(folder);

        endpoint.behave(Behaviour.storing());
        offer(forwarder, 100, 300);
        forwarder.flush(LONG);

        assertThat(endpoint.stored()).containsAll(numbers(100, 300));
        assertThat(forwarder.stats().dropped().keySet()).isSubsetOf(DropReason.DAMAGED);
        forwarder.close(LONG);
        assertBalanced(forwarder.stats());
    }

    @Test
    void moreThanMemoryHoldsSurvivesAnOutage() {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        ForwarderSettings small = settings(500, 1_000).withSpool(SpoolSettings.in(folder));
        Forwarder forwarder = with(endpoint.url(), small);
        for (int part = 0; part < 20; part++) {
            offer(forwarder, part * 500L, part * 500L + 500);
            await().until(() -> forwarder.stats().pending() == 0);
        }
        assertThat(forwarder.stats().spooled()).isEqualTo(10_000);

        endpoint.behave(Behaviour.storing());
        forwarder.flush(LONG);

        assertThat(endpoint.stored()).isEqualTo(numbers(0, 10_000));
        assertThat(forwarder.stats().dropped()).isEmpty();
        forwarder.close(LONG);
    }

    @Test
    void withinMillisecondsEventsAreOnDiskThoughTheEndpointHangs() {
        try (RawEndpoint hanging = RawEndpoint.hanging()) {
            Forwarder forwarder = spooling(hanging.url());
            offer(forwarder, 0, 1);
            await().until(() -> hanging.heard() == 1);
            offer(forwarder, 1, 200);

            await().until(() -> forwarder.stats().pending() == 0);

            assertThat(forwarder.stats().spooled()).isEqualTo(200);
            assertThat(forwarder.close(NONE)).isEqualTo(new DeliveryResult(0, 0, 200, 0, Map.of()));
        }
    }

    @Test
    void anEventThatIsSentAgainAfterARestartHasTheSameIdAndItsBatchToo() {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        Forwarder first = spooling(endpoint.url());
        offer(first, 0, 1);
        await().until(() -> endpoint.requests().size() >= 2 && first.stats().pending() == 0);
        first.close(NONE);

        endpoint.behave(Behaviour.storing());
        Forwarder second = spooling(endpoint.url());
        await().until(() -> second.stats().delivered() == 1);

        assertThat(endpoint.requests())
                .extracting(SpoolingTest::uids, SpoolingTest::batchId)
                .containsOnly(tuple(
                        uids(endpoint.requests().get(0)),
                        batchId(endpoint.requests().get(0))));
        second.close(LONG);
    }

    @Test
    void eventsThatAreSentAgainAfterARestartInOtherBatchesHaveTheSameIds() {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        Forwarder first = spooling(endpoint.url());
        offer(first, 0, 1);
        await().until(() -> endpoint.requests().size() >= 2);
        offer(first, 1, 5);
        await().until(() -> first.stats().pending() == 0);
        first.close(NONE);

        endpoint.behave(Behaviour.storing());
        Forwarder second = spooling(endpoint.url());
        await().until(() -> second.stats().delivered() == 5);

        assertThat(endpoint.requests().stream().flatMap(request -> uids(request).stream()))
                .hasSizeGreaterThan(5)
                .satisfies(ids -> assertThat(new HashSet<>(ids)).hasSize(5));
        second.close(LONG);
    }

    @Test
    void twoThatShareAFolderDeliverEachTheirOwn() throws IOException {
        Forwarder one = spooling(endpoint.url());
        Forwarder other = spooling(endpoint.url());
        offer(one, 0, 300);
        offer(other, 300, 600);

        one.close(LONG);
        other.close(LONG);

        assertThat(endpoint.stored()).containsExactlyInAnyOrderElementsOf(numbers(0, 600));
        await().untilAsserted(() -> assertThat(files()).isEmpty());
    }

    @Test
    void aFolderThatCannotBeUsedLeavesEventsInMemory() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "no folder");
        Forwarder forwarder = with(endpoint.url(), settings(10, 1000).withSpool(SpoolSettings.in(occupied)));
        offer(forwarder, 0, 100);

        DeliveryResult result = forwarder.close(LONG);

        assertThat(result.undelivered()).isZero();
        assertThat(endpoint.stored()).isEqualTo(numbers(0, 100));
    }

    @Test
    void aFolderThatCanBeUsedAgainIs() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "no folder");
        endpoint.behave(Behaviour.always(Reply.status(503)));
        Forwarder forwarder = with(endpoint.url(), settings(10, 1000).withSpool(SpoolSettings.in(occupied)));
        offer(forwarder, 0, 100);

        Files.delete(occupied);

        await().until(() -> forwarder.stats().spooled() >= 90);
        endpoint.behave(Behaviour.storing());
        assertThat(forwarder.close(LONG).undelivered()).isZero();
        assertThat(endpoint.stored()).containsExactlyInAnyOrderElementsOf(numbers(0, 100));
    }

    @Test
    void aPoisonousEventGoesToTheDeadLettersWithWhatTheEndpointSaid() throws IOException {
        endpoint.behave(Behaviour.refusing(Reply.status(422)));
        Forwarder forwarder = spooling(endpoint.url());
        offer(forwarder, 0, 7);
        forwarder.offer(Event.poisonous(7), false);
        offer(forwarder, 8, 20);

        DeliveryResult result = forwarder.close(LONG);

        assertThat(result.deadLettered()).isEqualTo(1);
        assertThat(result.lost()).isZero();
        assertBalanced(forwarder.stats());
        Map<String, Object> letter = JsonReader.readObject(Files.readAllBytes(folder.resolve("dead-letters.jsonl")));
        assertThat(letter).containsEntry("status", 422L).containsKeys("time", "reason");
        Map<?, ?> event = (Map<?, ?>) letter.get("event");
        assertThat(event.get("seq")).isEqualTo(7L);
        assertThat(event.get("event_uid").toString()).endsWith("-7");
        assertThat(endpoint.stored()).hasSize(19);
    }

    @Test
    void withoutAFileARefusedEventIsCountedAndTheReasonIsInTheStats() {
        endpoint.behave(Behaviour.refusing(Reply.status(422)));
        Forwarder forwarder = with(endpoint.url(), settings(10, 100));
        forwarder.offer(Event.poisonous(0), false);

        forwarder.flush(LONG);

        assertThat(forwarder.stats().dropped()).isEqualTo(Map.of(DropReason.REJECTED, 1L));
        assertThat(forwarder.stats().lastError()).isEqualTo("refused with status 422");
        forwarder.close(LONG);
    }

    private Forwarder spooling(String url) {
        return with(url, settings(500, 100_000).withSpool(SpoolSettings.in(folder)));
    }

    private static String batchId(Received request) {
        return String.valueOf(request.headers().getFirst("X-PixSim-Batch-Id"));
    }

    private static List<String> uids(Received request) {
        return request.logs().stream()
                .map(event -> String.valueOf(event.get("event_uid")))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
