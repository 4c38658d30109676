package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.http.spool.SpoolView;
import io.pixsim.logging.journeys.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM starts its hooks together and waits for each in an order that nobody knows: it must not matter. */
class ShutdownHooksTest {

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "slow", "last"})
    void whatAHookOfTheHostLogsArrives(String order) throws Exception {
        try (ChildJvm child = child(order, Map.of())) {
            assertThat(child.awaitExit()).isZero();
        }

        assertThat(sorted()).isEqualTo(numbers(0, HooksChild.EVENTS));
    }

    @Test
    void whatHooksLogWhileAnotherThreadEndsTheProcessArrives() throws Exception {
        try (ChildJvm child = child("exit", Map.of())) {
            assertThat(child.awaitExit()).isEqualTo(3);
        }

        assertThat(sorted()).isEqualTo(numbers(0, 3 * HooksChild.EVENTS));
    }

    @Test
    void aShutdownByTheApplicationAndByAHookAtOnceDeliversEverythingOnce() throws Exception {
        try (ChildJvm child = child("together", Map.of())) {
            assertThat(child.awaitExit()).isEqualTo(3);
            assertThat(child.lines()).noneMatch(line -> line.startsWith("pixsim-logging"));
        }

        assertThat(endpoint.stored().numbers()).isEqualTo(numbers(0, HooksChild.EVENTS));
    }

    @Test
    void inAnOutageWhatTheLastHookLogsIsOnDisk() throws Exception {
        endpoint.always(Fault.BUSY_503);

        try (ChildJvm child = child("last", Map.of("PIXSIM_LOG_SPOOL_DIR", folder.toString()))) {
            assertThat(child.awaitExit()).isZero();
        }

        assertThat(new SpoolView(folder).origins())
                .extracting(SpoolView.Origin::events)
                .containsExactly((long) HooksChild.EVENTS);
    }

    @Test
    void inAnOutageWithoutADiskNoHookIsHeldUp() throws Exception {
        endpoint.always(Fault.BUSY_503);

        try (ChildJvm child = child("last", Map.of())) {
            assertThat(child.awaitExit()).isZero();
            assertThat(child.lines()).anyMatch(line -> line.contains("exit left 1 events undelivered"));
        }

        assertThat(endpoint.stored().numbers()).isEmpty();
    }

    @Test
    void whatTheLastHookLogsIsInTheFiles() throws Exception {
        Map<String, String> gathering = Map.of("PIXSIM_LOG_DIR", folder.toString(), "PIXSIM_LOG_FILE_GATHER", "1");

        try (ChildJvm child = ChildJvm.run(HooksChild.class, gathering, "last")) {
            assertThat(child.awaitExit()).isZero();
        }

        assertThat(Files.readAllLines(folder.resolve("runtime/logs/worker.jsonl")))
                .hasSize(HooksChild.EVENTS);
    }

    private List<Long> sorted() {
        return endpoint.stored().withoutRepeats().stream().sorted().toList();
    }

    private ChildJvm child(String order, Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PIXSIM_LOG_INGESTION_URL", endpoint.url().toString());
        return ChildJvm.run(HooksChild.class, environment, order);
    }
}
