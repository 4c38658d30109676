package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.sql.Where;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that lasts is searched by blocks, and finds what reading all of it finds. */
class BlockSearchTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int BLOCK = BlockBuilder.MAX_ENTRIES;
    private static final String FILE = "entries-2026-11-23.sqlite";

    @TempDir
    Path folder;

    private final DayClock clock = new DayClock(MONDAY);
    private final HostileEntries hostile = new HostileEntries(19, MONDAY);
    private SqliteStore store;

    @BeforeEach
    void open() throws IOException {
        store = SqliteStore.open(folder, SqliteOptions.standard(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSearchFindsWhatReadingAllFinds() throws Exception {
        fillWithHostile(5 * BLOCK + 1_000);

        assertThat(told()).hasSizeGreaterThanOrEqualTo(5);
        checkSearches(150);
    }

    @Test
    void whatIsTheSameForTheFileIsFoundThere() throws Exception {
        Map<String, String> searches = Map.of(
                "aq\uD83Dzb", "q?z",
                "aw\uDE00\uD83Dxb", "w??x",
                "aj\uFFFEvb", "j\uFFFDv",
                "ag\uFFFFyb", "g\uFFFDy",
                "TimeoutError", "oUTerr",
                "kelvin", "\u212Aelvin",
                "Zürich", "ZÜRICH",
                "say \"hi\"", "Y \"h",
                "its end", "end\0more");
        store(searches.keySet().stream().map(BlockSearchTest::entry).toList());
        fill(2 * BLOCK, "usual");

        int found = 0;
        for (String search : searches.values()) {
            EntryFilter filter = search(search).build();
            List<Position> all = read(filter, Order.NEWEST_FIRST);
            found += all.size();
            assertThat(ids(filter, Order.NEWEST_FIRST, null, 10))
                    .as(search)
                    .isEqualTo(all.stream().map(Position::id).toList());
        }
        assertThat(found).isGreaterThanOrEqualTo(searches.size() - 2); // not each version takes U+FFFE for U+FFFD
    }

    @Test
    void wordsThatBlocksLackAreLookedForInTheOthersOnly() throws Exception {
        fill(3 * BLOCK, "usual");
        fill(1, "zanzibar");
        fill(2 * BLOCK, "usual");

        assertThat(blocksThatMayHold("zanzibar")).isEqualTo(2); // its own and the one that is not full
        assertThat(ids(search("zanzibar").build(), Order.NEWEST_FIRST, null, 10))
                .containsExactly(3L * BLOCK + 1);
        assertThat(store.count(search("zanzibar").build(), 10)).isEqualTo(1);
    }

    @Test
    void aStoreThatIsClosedInTheMidstOfABlockGoesOnWithIt() throws Exception {
        for (int i = 0; i < 5; i++) {
            fillWithHostile(BLOCK / 2 + 77);
            store.close();
            open();
        }

        assertThat(told()).containsExactly(List.of(1L, (long) BLOCK), List.of(BLOCK + 1L, 2L * BLOCK));
        checkSearches(40);
    }

    @Test
    void whatAKilledProcessLeavesIsSearchedAsItWas() throws Exception {
        fillWithHostile(BLOCK + 500);
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, killed.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
        store.close();
        folder = killed;

        open();

        fillWithHostile(BLOCK);
        assertThat(told()).containsExactly(List.of(1L, (long) BLOCK), List.of(BLOCK + 1L, 2L * BLOCK));
        checkSearches(40);
    }

    @Test
    void whatIsRolledBackTakesNoBlockWithIt() throws Exception {
        store.close();
        execute("CREATE TRIGGER refuse BEFORE INSERT ON entries WHEN new.msg = 'poison'"
                + " BEGIN SELECT RAISE(ABORT, 'refused'); END");
        try (DayFiles files = DayFiles.open(folder);
                DayCommitter committer = new DayCommitter(files, clock, () -> {})) {
            committer.commit(List.of(new Append(null, entries(BLOCK - 10, "usual"))));
            List<Append> refused =
                    List.of(new Append(null, entries(20, "lost")), new Append(null, entries(1, "poison")));

            assertThatThrownBy(() -> committer.commit(refused)).hasMessageContaining("refused");
            committer.commit(List.of(new Append(null, entries(20, "kept"))));
        }
        open();

        assertThat(told()).containsExactly(List.of(1L, (long) BLOCK));
        assertThat(store.count(search("kept").build(), 100)).isEqualTo(20);
        assertThat(store.count(search("usual").build(), 10_000)).isEqualTo(BLOCK - 10);
        assertThat(store.count(search("lost").build(), 100)).isZero();
    }

    @Test
    void aDayThatWasBegunWithoutBlocksGetsThemBesideTheOneWhoWrites() throws Exception {
        fillWithHostile(3 * BLOCK + 700);
        store.close();
        execute("DROP TABLE blocks");
        open();

        fillWithHostile(BLOCK + 300);

        await().atMost(Duration.ofSeconds(60)).until(() -> told().size() == 5);
        assertThat(told())
                .containsExactly(
                        List.of(1L, (long) BLOCK),
                        List.of(BLOCK + 1L, 2L * BLOCK),
                        List.of(2L * BLOCK + 1, 3L * BLOCK),
                        List.of(3L * BLOCK + 1, 3L * BLOCK + 700),
                        List.of(3L * BLOCK + 701, 4L * BLOCK + 700));
        checkSearches(40);
    }

    @Test
    void aFewEntriesThatWereLeftOutGetTheirBlockAtTheNextStart() throws Exception {
        fillWithHostile(3 * BLOCK);
        store.close();
        execute("DELETE FROM blocks WHERE first_id = " + (BLOCK + 1));
        execute("UPDATE blocks SET first_id = first_id + 100 WHERE first_id > " + BLOCK);

        open();

        await().atMost(Duration.ofSeconds(60)).until(() -> told().size() > 3);
        assertThat(told())
                .containsExactly(
                        List.of(1L, (long) BLOCK),
                        List.of(BLOCK + 1L, 2L * BLOCK),
                        List.of(2L * BLOCK + 1, 2L * BLOCK + 100),
                        List.of(2L * BLOCK + 101, 3L * BLOCK));
    }

    @Test
    void aDayWithoutBlocksIsReadAsBefore() throws Exception {
        fillWithHostile(6 * BLOCK);
        execute("DELETE FROM blocks WHERE first_id > 1");

        checkSearches(40);
    }

    @Test
    void whatIsStoredIsFoundWhileOthersWrite() throws Exception {
        List<CompletableFuture<Appended>> others = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String word = "word" + Integer.toHexString(i * 0x9E3779B1);
            CompletableFuture<Appended> own = store.append(new Append(null, List.of(entry(word))));
            others.add(store.append(new Append(null, entries(400, "usual"))));

            long id = own.get(60, TimeUnit.SECONDS).firstId();

            assertThat(ids(search(word).build(), Order.NEWEST_FIRST, null, 10)).containsExactly(id);
        }
        for (CompletableFuture<Appended> other : others) {
            assertThat(other.get(60, TimeUnit.SECONDS).stored()).isEqualTo(400);
        }
    }

    private void checkSearches(int searches) throws Exception {
        Random random = new Random(23);
        int found = 0;
        for (int i = 0; i < searches; i++) {
            Search search = Search.parse(hostile.search());
            if (search == null) {
                continue;
            }
            EntryFilter filter = narrowed(search, random);
            for (Order order : Order.values()) {
                List<Position> all = read(filter, order);
                found += all.size();
                int limit = 1 + random.nextInt(60);
                int from = all.isEmpty() ? 0 : random.nextInt(all.size());
                Position after = from == 0 ? null : all.get(from - 1);
                assertThat(ids(filter, order, after, limit))
                        .as("%s of %s", order, search)
                        .isEqualTo(all.stream()
                                .skip(from)
                                .limit(limit)
                                .map(Position::id)
                                .toList());
            }
            checkSums(filter, read(filter, Order.ARRIVAL).size());
        }
        assertThat(found).isPositive();
    }

    private void checkSums(EntryFilter filter, long entries) throws Exception {
        Statistics counts =
                store.statistics(new Statistics.Request(filter, Tally.HOUR, List.of(Column.SERVICE, Column.CHANNEL)));
        Map<String, Long> services = counts.counts().get(Column.SERVICE);

        assertThat(store.count(filter, 100_000)).isEqualTo(entries);
        assertThat(store.count(filter, 3)).isEqualTo(Math.min(entries, 3));
        assertThat(services.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(entries);
        assertThat(store.distinct(Column.SERVICE, filter, 10)).containsExactlyInAnyOrderElementsOf(services.keySet());
    }

    private static EntryFilter narrowed(Search search, Random random) {
        EntryFilter.Builder filter = EntryFilter.builder().search(search);
        if (random.nextInt(4) == 0) {
            filter.equal(Column.SERVICE, "api");
        }
        if (random.nextInt(6) == 0) {
            filter.minSeverity(Severity.ERROR);
        }
        if (random.nextInt(4) == 0) {
            long from = EntryTime.micros(MONDAY) + random.nextInt(20_000);
            filter.fromMicros(from).toMicros(from + random.nextInt(20_000));
        }
        return filter.build();
    }

    /** What the condition finds that all stores of SQL have, asked of each entry. */
    private List<Position> read(EntryFilter filter, Order order) throws SQLException {
        Where where = Conditions.of(filter);
        List<Position> found = new ArrayList<>();
        try (Connection connection = Connections.open(folder.resolve(FILE));
                PreparedStatement statement =
                        connection.prepareStatement("SELECT ts, id FROM entries NOT INDEXED WHERE " + where.sql())) {
            where.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Position(row.getLong(1), row.getLong(2)));
                }
            }
        }
        found.sort(order.comparator());
        return found;
    }

    private List<Long> ids(EntryFilter filter, Order order, @Nullable Position after, int limit) throws Exception {
        EntryPage page = store.query(new EntryQuery(filter, order, after, 0, limit));
        return page.entries().stream().map(LogEntry::id).toList();
    }

    private static EntryFilter.Builder search(String text) {
        return EntryFilter.builder().search(Search.parse(text));
    }

    private long blocksThatMayHold(String phrase) throws SQLException {
        SearchThrees threes = SearchThrees.of(Search.parse(phrase)).orElseThrow();
        long may = 1;
        try (Connection connection = Connections.open(folder.resolve(FILE));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT threes FROM blocks")) {
            while (row.next()) {
                may += threes.mayBeIn(row.getBytes(1)) ? 1 : 0;
            }
        }
        return may;
    }

    /** The first and the last id of each block. */
    private List<List<Long>> told() throws SQLException {
        List<List<Long>> told = new ArrayList<>();
        try (Connection connection = Connections.open(folder.resolve(FILE));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Blocks.EXTENTS)) {
            while (row.next()) {
                told.add(List.of(row.getLong(1), row.getLong(2)));
            }
        }
        return told;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = Connections.open(folder.resolve(FILE));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void fill(int entries, String message) throws Exception {
        store(entries(entries, message));
    }

    private void fillWithHostile(int entries) throws Exception {
        store(Stream.generate(hostile::next).limit(entries).toList());
    }

    private void store(List<LogEntry> entries) throws Exception {
        for (int from = 0; from < entries.size(); from += 1_000) {
            List<LogEntry> some = entries.subList(from, Math.min(entries.size(), from + 1_000));
            store.append(new Append(null, some)).get(60, TimeUnit.SECONDS);
        }
    }

    private static List<LogEntry> entries(int count, String message) {
        return Stream.generate(() -> entry(message)).limit(count).toList();
    }

    private static LogEntry entry(String message) {
        return LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .set(Column.MSG, message)
                .build();
    }
}
