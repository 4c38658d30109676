package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.sql.Where;
import org.jspecify.annotations.Nullable;

/** A store of one day, with what is hard to search, and what reading all of it finds. */
abstract class BlockFixture extends StoreFixture {

    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    static final int BLOCK = BlockBuilder.MAX_ENTRIES;
    static final String FILE = "entries-2026-11-23.sqlite";

    final HostileEntries hostile = new HostileEntries(19, MONDAY);

    BlockFixture() {
        super(MONDAY);
    }

    final void checkSearches(int searches) throws Exception {
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

    final void checkSums(EntryFilter filter, long entries) throws Exception {
        Statistics counts =
                store.statistics(new Statistics.Request(filter, Tally.HOUR, List.of(Column.SERVICE, Column.CHANNEL)));
        Map<String, Long> services = counts.counts().get(Column.SERVICE);

        assertThat(store.count(filter, 100_000)).isEqualTo(entries);
        assertThat(store.count(filter, 3)).isEqualTo(Math.min(entries, 3));
        assertThat(services.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(entries);
        assertThat(store.distinct(Column.SERVICE, filter, 10)).containsExactlyInAnyOrderElementsOf(services.keySet());
    }

    static EntryFilter narrowed(Search search, Random random) {
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
    final List<Position> read(EntryFilter filter, Order order) throws SQLException {
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

    final List<Long> ids(EntryFilter filter, Order order, @Nullable Position after, int limit) throws Exception {
        EntryPage page = store.query(new EntryQuery(filter, order, after, 0, limit));
        return page.entries().stream().map(LogEntry::id).toList();
    }

    static EntryFilter.Builder search(String text) {
        return EntryFilter.builder().search(Search.parse(text));
    }

    /** The first and the last id of each block. */
    final List<List<Long>> told() throws SQLException {
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

    final void execute(String sql) throws SQLException {
        try (Connection connection = Connections.open(folder.resolve(FILE));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final void fill(int entries, String message) throws Exception {
        store(entries(entries, message));
    }

    final void fillWithHostile(int entries) throws Exception {
        store(Stream.generate(hostile::next).limit(entries).toList());
    }

    final void store(List<LogEntry> entries) throws Exception {
        for (int from = 0; from < entries.size(); from += 1_000) {
            List<LogEntry> some = entries.subList(from, Math.min(entries.size(), from + 1_000));
            store.append(new Append(null, some)).get(60, TimeUnit.SECONDS);
        }
    }

    static List<LogEntry> entries(int count, String message) {
        return Stream.generate(() -> entry(message)).limit(count).toList();
    }

    static LogEntry entry(String message) {
        return LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .set(Column.MSG, message)
                .build();
    }
}
