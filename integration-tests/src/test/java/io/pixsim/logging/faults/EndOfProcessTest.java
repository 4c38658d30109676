package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static io.pixsim.logging.journeys.Patience.LONG;
import static io.pixsim.logging.journeys.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.http.spool.SpoolView;
import io.pixsim.logging.journeys.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a process ends, what it handed over arrives as far as its mode promises. Real processes, default settings. */
class EndOfProcessTest {

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
        Logging.shutdown(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "exit"})
    void aBurstOf50000EventsJustBeforeTheEndArrives(String ending) throws Exception {
        // The five seconds that an exit may take are the child's: they are not for reading JSON here.
        endpoint.always(Fault.KEEPS_FOR_LATER);
        try (ChildJvm child = child(Map.of(), ending, 50_000)) {
            child.awaitExit();

            assertThat(child.lines()).noneMatch(line -> line.startsWith("pixsim-logging"));
        }

        assertThat(endpoint.stored().numbers()).isEqualTo(numbers(0, 50_000));
    }

    @Test
    void aKilledProcessLosesNothingThatItsSpoolHad() throws Exception {
        endpoint.always(Fault.BUSY_503);
        try (ChildJvm child = child(spool(), "forever", 0)) {
            child.awaitLine("\"number\":2000}");
            await().until(() -> eventsOnDisk() > 2000);
            child.kill();
        }

        endpoint.mend();
        Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url())
                .spoolFolder(folder)
                .build());
        await().until(() -> endpoint.stored().size() > 2000);
        assertThat(Logging.shutdown(LONG).undelivered()).isZero();

        List<Long> stored = endpoint.stored().withoutRepeats();
        assertThat(stored).isEqualTo(numbers(0, stored.size())).hasSizeGreaterThan(2000);
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void killedAgainAndAgainInAnOutageNothingIsLostOrTwice() throws Exception {
        endpoint.always(Fault.ANSWER_LOST);
        for (int run = 0; run < 3; run++) {
            try (ChildJvm child = child(spool(), "wait", 300)) {
                child.awaitLine(LoggingChild.READY);
                int logged = 300 * (run + 1);
                await().until(() -> eventsOnDisk() == logged);
                child.kill();
            }
        }

        endpoint.mend();
        try (ChildJvm child = child(spool(), "main", 1)) {
            child.awaitExit();
        }
        try (ChildJvm child = child(spool(), "main", 1)) {
            child.awaitExit();
        }

        assertThat(endpoint.stored().withoutRepeats()).hasSize(3 * 300 + 2);
    }

    @Test
    void aKilledProcessWithoutASpoolHasDeliveredTheBeginning() throws Exception {
        try (ChildJvm child = child(Map.of(), "forever", 0)) {
            child.awaitLine("\"number\":2000}");
            child.kill();
        }

        List<Long> stored = endpoint.stored().numbers();
        assertThat(stored).isEqualTo(numbers(0, stored.size()));
    }

    @Test
    void aProcessThatEndsInAnOutageLeavesItsEventsToTheNextAtOnce() throws Exception {
        endpoint.always(Fault.BUSY_503);
        try (ChildJvm child = child(spool(), "main", 500)) {
            child.awaitExit();

            assertThat(child.lines()).noneMatch(line -> line.contains("undelivered"));
        }
        endpoint.mend();
        try (ChildJvm next = child(spool(), "wait", 1)) {
            await().until(() -> endpoint.stored().size() == 501);
        }
    }

    private Map<String, String> spool() {
        return Map.of("PIXSIM_LOG_SPOOL_DIR", folder.toString());
    }

    private ChildJvm child(Map<String, String> settings, String ending, int events) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PIXSIM_LOG_INGESTION_URL", endpoint.url().toString());
        return ChildJvm.run(LoggingChild.class, environment, ending, String.valueOf(events));
    }

    /** What survives a kill: within 50 ms, on a machine that has time. */
    private long eventsOnDisk() throws IOException {
        long events = 0;
        for (SpoolView.Origin origin : new SpoolView(folder).origins()) {
            events += origin.events();
        }
        return events;
    }

    private List<Path> filesLeft() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".seg")).toList();
        }
    }
}
