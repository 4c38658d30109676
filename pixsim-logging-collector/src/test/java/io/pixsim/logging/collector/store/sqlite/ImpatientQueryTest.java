package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Search;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does not wait for a full page gets one that ends early where no index helps, and goes on from there. */
class ImpatientQueryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final int OF_A_DAY = 25_000;
    private static final Duration NO_TIME = Duration.ofNanos(1);

    @TempDir
    static Path folder;

    private static SqliteStore store;

    /** What arrives on the second day has the times of the first. */
    @BeforeAll
    static void fill() throws Exception {
        DayClock clock = new DayClock(MONDAY);
        store = SqliteStore.open(folder, SqliteOptions.standard(), clock);
        RandomEntries random = new RandomEntries(7);
        for (int day = 0; day < 2; day++) {
            List<LogEntry> entries = new ArrayList<>();
            for (int i = 0; i < OF_A_DAY; i++) {
                entries.add(random.next(MONDAY));
            }
            store.append(new Append(null, entries)).join();
            clock.nextDay();
        }
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<EntryFilter> filters() {
        return Stream.of(
                search("retry frame 5"),
                search("nowhere"),
                search("!accepted"),
                EntryFilter.builder().equal(Column.SERVICE, "nobody").build(),
                EntryFilter.builder().equal(Column.ERROR_TYPE, "Refused").build(),
                EntryFilter.builder().stagePrefix("pipeline").build(),
                search("timeout").toBuilder().minSeverity(Severity.ERROR).build(),
                EntryFilter.builder()
                        .minSeverity(Severity.WARNING)
                        .equal(Column.SERVICE, "api")
                        .build(),
                EntryFilter.all());
    }

    private static EntryFilter search(String text) {
        return EntryFilter.builder().search(Search.parse(text)).build();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void pagesThatEndEarlyHoldTogetherWhatOneThatDoesNotHolds(EntryFilter filter) throws Exception {
        List<Long> expected = ids(store.query(EntryQuery.first(filter, Order.NEWEST_FIRST, 100_000)));

        List<Long> found = new ArrayList<>();
        Position next = null;
        do {
            EntryPage page = ask(filter, next, 700);
            found.addAll(ids(page));
            next = page.next();
        } while (next != null);

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aPageEndsWhenItsTimeIsOver() throws Exception {
        EntryPage page = ask(EntryFilter.builder().equal(Column.USER_ID, "7").build(), null, 100);

        assertThat(page.entries()).isEmpty();
        assertThat(page.lookedUpTo()).isNotNull();
    }

    @Test
    void aPageThatIsFullByThenDoesNotEndEarly() throws Exception {
        EntryPage page = ask(EntryFilter.builder().equal(Column.SERVICE, "api").build(), null, 100);

        assertThat(page.entries()).hasSize(100);
        assertThat(page.lookedUpTo()).isNull();
    }

    @Test
    void whatAnIndexFindsDoesNotEndEarly() throws Exception {
        EntryPage page = ask(EntryFilter.builder().equal(Column.JOB_ID, "7").build(), null, 100);

        assertThat(page.hasMore()).isFalse();
    }

    private static EntryPage ask(EntryFilter filter, @Nullable Position after, int limit) throws Exception {
        return store.query(new EntryQuery(filter, Order.NEWEST_FIRST, after, 0, limit, NO_TIME));
    }

    private static List<Long> ids(EntryPage page) {
        return page.entries().stream().map(LogEntry::id).toList();
    }
}
