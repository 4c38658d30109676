package io.pixsim.logging.faults;

import static io.pixsim.logging.faults.Numbered.numbers;
import static io.pixsim.logging.journeys.Patience.await;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.http.spool.SpoolView;
import io.pixsim.logging.journeys.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a machine's snapshot does to a process: its files are there twice, or it stands still while the world goes on. */
class CopiedProcessTest {

    private static final int EVENTS = 300;

    private final FaultyEndpoint endpoint = FaultyEndpoint.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aSpoolThatIsCopiedWhileItsProcessLivesIsSentByBothUnderTheSameIds() throws Exception {
        Path original = Files.createDirectory(folder.resolve("original"));
        Path copy = folder.resolve("copy");
        endpoint.always(Fault.BUSY_503);
        try (ChildJvm child = child(original, "wait", EVENTS)) {
            child.awaitLine(LoggingChild.READY);
            await().until(() -> eventsIn(original) == EVENTS);
            copy(original, copy);
            child.kill();
        }

        endpoint.mend();
        try (ChildJvm one = child(original, "main", 1);
                ChildJvm other = child(copy, "main", 1)) {
            one.awaitExit();
            other.awaitExit();
        }

        assertThat(numbersById())
                .hasSize(EVENTS + 2)
                .allSatisfy((id, number) -> assertThat(number).hasSize(1));
        assertThat(eventsIn(original) + eventsIn(copy)).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatStoodStillWhileItsEndpointWasExchangedLosesNothing() throws Exception {
        try (ChildJvm child = child(folder, "forever", 0)) {
            child.awaitLine("\"number\":" + EVENTS + "}");
            await().until(() -> endpoint.stored().size() > 0);
            child.pause();
            endpoint.close();
            int before = endpoint.stored().size();

            try (FaultyEndpoint next = FaultyEndpoint.start(endpoint.port(), request -> Fault.NONE)) {
                child.resume();
                child.awaitLine("\"number\":" + 10 * EVENTS + "}");
                await().until(() -> next.stored().size() > EVENTS);
                child.kill();

                List<Long> stored = new ArrayList<>(endpoint.stored().withoutRepeats());
                stored.addAll(next.stored().withoutRepeats());
                assertThat(stored.stream().distinct().sorted())
                        .isEqualTo(numbers(0, stored.stream().distinct().count()))
                        .hasSizeGreaterThan(before + EVENTS);
            }
        }
    }

    /** An id that stood for two events would cost one of them at a receiver that looks at it. */
    private Map<Object, Set<Object>> numbersById() {
        endpoint.stored();
        return endpoint.store().events().stream()
                .collect(groupingBy(
                        event -> event.get(Wire.EVENT_UID),
                        mapping(event -> event.get(Numbered.NUMBER.name()), toSet())));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static long eventsIn(Path spool) throws IOException {
        return new SpoolView(spool)
                .origins().stream().mapToLong(SpoolView.Origin::events).sum();
    }

    private ChildJvm child(Path spool, String ending, int events) throws Exception {
        return ChildJvm.run(
                LoggingChild.class,
                Map.of(
                        "PIXSIM_LOG_SPOOL_DIR",
                        spool.toString(),
                        "PIXSIM_LOG_INGESTION_URL",
                        endpoint.url().toString()),
                ending,
                String.valueOf(events));
    }
}
