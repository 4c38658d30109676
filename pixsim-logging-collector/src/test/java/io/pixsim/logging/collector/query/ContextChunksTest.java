package io.pixsim.logging.collector.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.sqlite.SqliteOptions;
import io.pixsim.logging.collector.store.sqlite.SqliteStore;
import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty entries of half a megabyte each, a microsecond apart, and the twentieth of them: more than a store reads at once. */
class ContextChunksTest {

    private static final int ENTRIES = 40;
    private static final int MIDDLE = 20;
    private static final long NOON = EntryTime.micros(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path folder;

    private LogStore store;

    @BeforeEach
    void fill() throws Exception {
        store = SqliteStore.open(folder, SqliteOptions.standard(), Clock.systemUTC());
        for (int i = 1; i <= ENTRIES; i++) {
            append(NOON + i, i + ":" + "m".repeat(500_000));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void allThatWasAskedForIsThereInSmallParts() throws Exception {
        Chunks context = context("before", "1000", "after", "1000");
        List<byte[]> parts = rest(context, new ArrayList<>());

        assertThat(parts).allSatisfy(part -> assertThat(part.length).isBetween(1, Part.MOST_BYTES + 100));
        assertAnswers(parts, numbers(1, MIDDLE - 1), numbers(MIDDLE + 1, ENTRIES));
    }

    @Test
    void noMoreThanWasAskedForIsThere() throws Exception {
        assertAnswers(
                rest(context("before", "3", "after", "2"), new ArrayList<>()),
                numbers(MIDDLE - 3, MIDDLE - 1),
                numbers(MIDDLE + 1, MIDDLE + 2));
        assertAnswers(rest(context("before", "0", "after", "0"), new ArrayList<>()), List.of(), List.of());
    }

    @Test
    void whatIsStoredMeanwhileIsNotAmongWhatStandsBefore() throws Exception {
        Chunks context = context("before", "10", "after", "1");
        List<byte[]> parts = new ArrayList<>(List.of(context.next()));

        append(NOON + MIDDLE - 5, "late");
        append(NOON + MIDDLE, "late");

        assertAnswers(rest(context, parts), numbers(MIDDLE - 10, MIDDLE - 1), List.of("late"));
    }

    @Test
    void aShortAnswerIsOnePart() throws Exception {
        append(NOON - 3, "one");
        append(NOON - 2, "two");
        append(NOON - 1, "three");

        Chunks context = new Entries(store).context(ENTRIES + 2, new Parameters(Map.of("before", "5", "after", "1")));
        byte[] part = context.next();

        assertThat(context.isDone()).isTrue();
        assertThat(messages(JsonReader.readObject(part).get("before"))).containsExactly("one");
        assertThat(messages(JsonReader.readObject(part).get("after"))).containsExactly("three");
    }

    @Test
    void anIdThatNoEntryHasIsToldBeforeAnythingElse() throws Exception {
        Chunks context = new Entries(store).context(ENTRIES + 1, new Parameters(Map.of()));

        assertThatThrownBy(context::next)
                .isInstanceOf(UnknownEntryException.class)
                .hasMessage("no log of the id 41");
    }

    private void append(long micros, String message) {
        LogEntry entry = LogEntry.builder()
                .micros(micros)
                .severity(Severity.INFO)
                .set(Column.LEVEL, "info")
                .set(Column.MSG, message)
                .build();
        store.append(new Append(null, List.of(entry))).join();
    }

    private Chunks context(String... parameters) throws Exception {
        return new Entries(store)
                .context(MIDDLE, new Parameters(Map.of(parameters[0], parameters[1], parameters[2], parameters[3])));
    }

    private static List<byte[]> rest(Chunks context, List<byte[]> parts) throws Exception {
        while (!context.isDone()) {
            parts.add(context.next());
        }
        return parts;
    }

    private static void assertAnswers(List<byte[]> parts, List<String> before, List<String> after) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.forEach(bytes::writeBytes);
        Map<String, Object> answer = JsonReader.readObject(bytes.toByteArray());

        assertThat(messages(answer.get("before"))).isEqualTo(before);
        assertThat(messages(List.of(answer.get("entry")))).isEqualTo(numbers(MIDDLE, MIDDLE));
        assertThat(messages(answer.get("after"))).isEqualTo(after);
    }

    private static List<String> messages(Object entries) {
        return ((List<?>) entries)
                .stream()
                        .map(entry -> (String) ((Map<?, ?>) entry).get("msg"))
                        .map(message -> message.replaceAll(":m*$", ""))
                        .toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }
}
