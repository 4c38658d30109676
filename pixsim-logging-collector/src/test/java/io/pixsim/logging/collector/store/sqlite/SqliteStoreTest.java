package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.StoreException;
import org.junit.jupiter.api.Test;

/** Days that come and go, and what is asked over all of them. */
class SqliteStoreTest extends StoreFixture {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

    SqliteStoreTest() {
        super(MONDAY);
    }

    @Test
    void eachDayOfArrivalHasAFileAndIdsGoOn() throws Exception {
        append(entry("monday", MONDAY));
        clock.nextDay();
        append(entry("tuesday", MONDAY));

        assertThat(files()).containsExactly("entries-2026-11-23.sqlite", "entries-2026-11-24.sqlite");
        assertThat(messages(Order.ARRIVAL)).containsExactly("monday", "tuesday");
        assertThat(store.lastId()).isEqualTo(2);
    }

    @Test
    void oldDaysAreUnlinkedAndTheNewestStaysSoThatIdsGoOn() throws Exception {
        append(entry("old", MONDAY));
        clock.nextDay();
        append(entry("new", MONDAY));

        Retained retained = store.retain(RetentionRules.ofDays(30), LocalDate.parse("2026-12-31"));

        assertThat(retained.days()).containsExactly(LocalDate.parse("2026-11-23"));

        assertThat(files()).containsExactly("entries-2026-11-24.sqlite");
        assertThat(messages(Order.ARRIVAL)).containsExactly("new");
        reopen();
        assertThat(append(entry("next", MONDAY)).firstId()).isEqualTo(3);
    }

    @Test
    void aSecondStoreIsKeptOutOfTheFolder() {
        assertThatThrownBy(() -> SqliteStore.open(folder, SqliteOptions.standard(), clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another collector uses the folder");
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUp() throws Exception {
        store.close();
        store = SqliteStore.open(folder, new SqliteOptions(100_000, 1 << 30, Duration.ofNanos(1)), clock);
        List<LogEntry> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(entry("message " + i, MONDAY));
        }
        store.append(new Append(null, many)).get();

        assertThatThrownBy(() -> store.count(
                        EntryFilter.builder().search(Search.parse("nowhere")).build(), Long.MAX_VALUE))
                .isInstanceOf(StoreException.TooSlow.class);
    }

    @Test
    void anEntryThatCannotBeStoredIsToldAndTheNextIsTaken() throws Exception {
        append(entry("first", MONDAY));
        try (Connection other = Connections.open(folder.resolve("entries-2026-11-23.sqlite"));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'full'); END");

            assertThatThrownBy(() -> append(entry("lost", MONDAY))).hasMessageContaining("full");
            assertThat(store.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble).contains("full"));
            statement.execute("DROP TRIGGER full");
        }

        append(entry("second", MONDAY));
        assertThat(store.trouble()).isEmpty();
        assertThat(messages(Order.ARRIVAL)).containsExactly("first", "second");
    }

    @Test
    void aRequestThatCannotBeStoredCostsNoneOfThoseThatShareItsCommit() throws Exception {
        List<CompletableFuture<Appended>> answers = new ArrayList<>();
        try (Connection other = Connections.open(folder.resolve("entries-2026-11-23.sqlite"));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TRIGGER bad BEFORE INSERT ON entries WHEN new.msg = 'bad'"
                    + " BEGIN SELECT RAISE(ABORT, 'bad'); END");
            // While the file is locked, the first waits for it and the others for the first.
            statement.execute("BEGIN IMMEDIATE");
            for (String message : List.of("one", "two", "bad", "three")) {
                answers.add(store.append(new Append(null, List.of(entry(message, MONDAY)))));
            }
            statement.execute("ROLLBACK");
        }

        assertThat(answers.get(0).get(60, TimeUnit.SECONDS).stored()).isEqualTo(1);
        assertThat(answers.get(1).get(60, TimeUnit.SECONDS).stored()).isEqualTo(1);
        assertThatThrownBy(() -> answers.get(2).get(60, TimeUnit.SECONDS)).hasMessageContaining("bad");
        assertThat(answers.get(3).get(60, TimeUnit.SECONDS).stored()).isEqualTo(1);
        assertThat(messages(Order.ARRIVAL)).containsExactly("one", "two", "three");
    }

    @Test
    void anEventWithItsTimeAheadThatComesAgainHoursAfterMidnightIsStoredOnce() throws Exception {
        LogEntry event = LogEntry.builder()
                .micros(EntryTime.micros(MONDAY.plus(Duration.ofHours(14))))
                .uid("run:1")
                .set(Column.MSG, "once")
                .build();
        append(event);
        clock.nextDay();

        assertThat(append(event)).isEqualTo(new Appended(0, 0, List.of(0)));
        assertThat(messages(Order.ARRIVAL)).containsExactly("once");
    }

    @Test
    void aListenerThatFailsInWhateverWayKeepsNobodyFromStoring() throws Exception {
        store.onAppend(() -> {
            throw new StackOverflowError("a listener's");
        });

        append(entry("first", MONDAY));
        append(entry("second", MONDAY));

        assertThat(messages(Order.ARRIVAL)).containsExactly("first", "second");
    }

    private Appended append(LogEntry entry) throws Exception {
        return store.append(new Append(null, List.of(entry))).get(60, TimeUnit.SECONDS);
    }

    private static LogEntry entry(String message, Instant time) {
        return LogEntry.builder()
                .micros(EntryTime.micros(time))
                .set(Column.MSG, message)
                .build();
    }

    private void reopen() throws IOException {
        store.close();
        store = SqliteStore.open(folder, SqliteOptions.standard(), clock);
    }

    private List<Object> messages(Order order) throws StoreException {
        return store.query(EntryQuery.first(EntryFilter.all(), order, 100)).entries().stream()
                .map(entry -> entry.get(Column.MSG))
                .toList();
    }

    private List<String> files() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".sqlite"))
                    .sorted()
                    .toList();
        }
    }
}
