package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.query.Tail;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Files that are no longer what was written. */
class DamageTest extends StoreFixture {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

    DamageTest() {
        super(MONDAY);
    }

    @Test
    void aFileThatIsGarbageIsSetAsideAndTheOthersAreRead() throws Exception {
        append("monday");
        clock.nextDay();
        append("tuesday");
        store.close();
        Files.writeString(file("2026-11-23"), "no file of SQLite".repeat(1000));

        open();

        assertThat(messages()).containsExactly("tuesday");
        assertThat(store.size().unreadable()).containsExactly("entries-2026-11-23.sqlite.unreadable");
        assertThat(store.trouble()).isEmpty();
        assertThat(append("next")).isEqualTo(3);
    }

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere nobody tells which files are open
    void noFileThatWasSetAsideIsHeldOpen() throws Exception {
        append("monday");
        store.close();
        Files.writeString(file("2026-11-23"), "no file of SQLite".repeat(1000));

        open();

        assertThat(openFiles())
                .noneMatch(file -> file.endsWith(folder.getFileName() + "/entries-2026-11-23.sqlite.unreadable"));
    }

    @Test
    void whoWatchesIsShownWhatComesAfterAnOlderFileWasSetAside() throws Exception {
        append("monday");
        clock.nextDay();
        append("tuesday");
        store.close();
        Files.writeString(file("2026-11-23"), "no file of SQLite".repeat(1000));
        open();
        Tail tail = new Tail(store, EntryFilter.all(), store.lastId());

        append("next");

        assertThat(new String(tail.next().events(), StandardCharsets.UTF_8)).contains("\"next\"");
    }

    @Test
    void noIdIsGivenOutAgainWhenTheClockIsBehindTheFileThatWasSetAside() throws Exception {
        append("monday");
        clock.nextDay();
        long lost = append("tuesday");
        store.close();
        Files.writeString(file("2026-11-24"), "no file of SQLite".repeat(1000));
        clock.goBack(Duration.ofHours(20));

        open();

        assertThat(append("after")).isGreaterThan(lost);
        assertThat(messages()).containsExactly("monday", "after");
    }

    @Test
    void theNewestFileTruncatedIsSetAsideAndNoIdIsGivenOutAgain() throws Exception {
        append("monday");
        clock.nextDay();
        for (int i = 0; i < 50; i++) {
            append("x".repeat(10_000));
        }
        store.close();
        try (RandomAccessFile file = new RandomAccessFile(file("2026-11-24").toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        open();
        long id = append("after");
        store.close();
        open();

        assertThat(id).isGreaterThan(51);
        assertThat(messages()).containsExactly("monday", "after");
        assertThat(append("later")).isEqualTo(id + 1);
        assertThat(store.size().unreadable()).containsExactly("entries-2026-11-24.sqlite.unreadable");
    }

    @Test
    void aFileThatIsDamagedWhileItIsUsedCostsNoOtherDayAnAnswer() throws Exception {
        append("x".repeat(100_000));
        clock.nextDay();
        append("tuesday");
        store.close();
        open();
        overwrite(file("2026-11-23"));

        assertThat(messages()).containsExactly("tuesday");
        assertThat(store.size().unreadable()).hasSize(1).first().asString().startsWith("entries-2026-11-23.sqlite: ");
    }

    @Test
    void aDayGoesOnInAnotherFileWhenItsOwnCannotBeWrittenAnyMore() throws Exception {
        append("x".repeat(100_000));
        store.close();
        open();
        overwrite(file("2026-11-23"));

        long id = append("after");

        assertThat(id).isGreaterThan(1);
        assertThat(messages()).containsExactly("after");
        assertThat(store.size().unreadable()).hasSize(1);
    }

    @Test
    void todaysFileIsSetAsideAsSoonAsAReaderFindsItDamaged() throws Exception {
        store.close();
        try (DayFiles files = DayFiles.open(folder);
                DayCommitter committer = new DayCommitter(files, clock, () -> {})) {
            committer.commit(List.of(new Append(null, List.of(entry("before")))));
            DayFile damaged = Objects.requireNonNull(files.newest());
            damaged.ask(
                    connection -> {
                        throw new SQLiteException("malformed", SQLiteErrorCode.SQLITE_CORRUPT);
                    },
                    Deadline.in(Duration.ofMinutes(1)));

            committer.commit(List.of(new Append(null, List.of(entry("after")))));

            assertThat(files.newest()).isNotSameAs(damaged);
        }
        open();
        assertThat(messages()).containsExactly("after");
        assertThat(store.size().unreadable()).containsExactly("entries-2026-11-23.sqlite.unreadable");
    }

    @Test
    void aFileOfALaterVersionIsNoDamageAndTheStartIsRefused() throws Exception {
        append("monday");
        store.close();
        try (var connection = Connections.open(file("2026-11-23"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }

        assertThatThrownBy(this::open).hasMessageContaining("schema version 99");
        assertThat(file("2026-11-23")).exists();
    }

    private static List<String> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(DamageTest::target).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) { // closed meanwhile
            return "";
        }
    }

    /** All but the first page, which tells that it is a file of SQLite. */
    private static void overwrite(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(4096);
            file.write(new byte[(int) file.length() - 4096]);
        }
    }

    private Path file(String day) {
        return folder.resolve("entries-" + day + ".sqlite");
    }

    private long append(String message) throws Exception {
        return store.append(new Append(null, List.of(entry(message)))).get().firstId();
    }

    private static LogEntry entry(String message) {
        return LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .set(Column.MSG, message)
                .build();
    }

    private List<Object> messages() throws StoreException {
        List<Object> messages = new ArrayList<>();
        for (LogEntry entry : store.query(EntryQuery.first(EntryFilter.all(), Order.ARRIVAL, 100))
                .entries()) {
            messages.add(entry.get(Column.MSG));
        }
        return messages;
    }
}
