package io.pixsim.logging.collector.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of every store: days that come and go, and what is asked over all of them. */
public abstract class StoreContract {

    /** Noon, so that a day on is the next day. */
    protected static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

    protected final DayClock clock = new DayClock(MONDAY);
    protected LogStore store;
    private TestStore place;

    /** An empty store. */
    protected abstract TestStore newStore() throws Exception;

    @BeforeEach
    void open() throws Exception {
        place = newStore();
        store = place.open(clock);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        place.close();
    }

    @Test
    void anEmptyStoreHoldsNothing() throws Exception {
        assertThat(store.lastId()).isZero();
        assertThat(messages(Order.NEWEST_FIRST)).isEmpty();
        assertThat(store.count(EntryFilter.all(), 10)).isZero();
        assertThat(store.find(1)).isEmpty();
        assertThat(store.distinct(Column.STAGE, EntryFilter.all(), 10)).isEmpty();
        assertThat(store.trouble()).isEmpty();
        assertThat(store.append(new Append(null, List.of())).get()).isEqualTo(new Appended(0, 0, List.of()));
    }

    @Test
    void anEntryComesBackAsItWas() throws Exception {
        LogEntry.Builder all = LogEntry.builder()
                .micros(EntryTime.micros(MONDAY) + 123)
                .severity(Severity.ERROR)
                .extra("{\"z\":1,\"a\":[true,null],\"rate\":1.50,\"text\":\"tab\\t \\\\N quote\\\" \\u0001\"}")
                .uid("run:7");
        int number = 100;
        for (Column column : Column.all()) {
            all.set(
                    column,
                    switch (column.type()) {
                        case TEXT -> column.wireName() + " \\N \\ \t\n\r \" ' Z\u00fcrich \ud83d\ude00";
                        case INTEGER -> (long) ++number;
                        case ID -> new EntryId(String.valueOf(++number), column != Column.JOB_ID);
                    });
        }
        LogEntry entry = all.set(Column.LEVEL, "ERROR").build();

        long id = append(entry).firstId();

        LogEntry found = store.find(id).orElseThrow();
        assertThat(found.id()).isEqualTo(id).isEqualTo(store.lastId());
        assertThat(found.micros()).isEqualTo(entry.micros());
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.extra()).isEqualTo(entry.extra());
        for (Column column : Column.all()) {
            assertThat(found.get(column)).as(column.wireName()).isEqualTo(entry.get(column));
        }
    }

    @Test
    void idsGoOnFromDayToDayAndAfterARestart() throws Exception {
        long first = append(entry("monday", MONDAY)).firstId();
        clock.nextDay();
        long second = append(entry("tuesday", MONDAY)).firstId();
        reopen();
        long third = append(entry("again", MONDAY)).firstId();

        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second).isEqualTo(store.lastId());
        assertThat(messages(Order.ARRIVAL)).containsExactly("monday", "tuesday", "again");
    }

    @Test
    void timesThatOverlapBetweenDaysAreMerged() throws Exception {
        Random random = new Random(7);
        List<Long> times = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            List<LogEntry> entries = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Instant time = MONDAY.plusSeconds(random.nextInt(100));
                times.add(EntryTime.micros(time));
                entries.add(entry("m", time));
            }
            append(entries.toArray(LogEntry[]::new));
            clock.nextDay();
        }
        times.sort(null);

        assertThat(paged(Order.OLDEST_FIRST, 7).stream().map(LogEntry::micros)).containsExactlyElementsOf(times);
        assertThat(paged(Order.NEWEST_FIRST, 11).stream().map(LogEntry::id))
                .hasSize(120)
                .doesNotHaveDuplicates();
        assertThat(paged(Order.ARRIVAL, 50).stream().map(LogEntry::id)).isSorted();
        assertThat(store.query(new EntryQuery(EntryFilter.all(), Order.OLDEST_FIRST, null, 50, 10)).entries().stream()
                        .map(LogEntry::micros))
                .containsExactlyElementsOf(times.subList(50, 60));
    }

    @Test
    void whatRulesKeepNoLongerIsGoneAndIdsGoOn() throws Exception {
        append(entry("old", MONDAY));
        clock.nextDay();
        long kept = append(entry("new", MONDAY)).firstId();

        assertThat(store.retain(RetentionRules.ofDays(1), LocalDate.parse("2026-11-25"))
                        .days())
                .containsExactly(LocalDate.parse("2026-11-23"));

        assertThat(messages(Order.ARRIVAL)).containsExactly("new");
        reopen();
        assertThat(append(entry("next", MONDAY)).firstId()).isGreaterThan(kept);
    }

    @Test
    void anEventThatComesAgainDaysLaterIsStoredOnce() throws Exception {
        LogEntry event = event(MONDAY);
        append(event);
        clock.nextDay();
        clock.nextDay();
        reopen();

        Appended again = append(event);

        assertThat(again).isEqualTo(new Appended(0, 0, List.of(0)));
        assertThat(messages(Order.ARRIVAL)).containsExactly("once");
    }

    @Test
    void anEventWithItsTimeAheadThatComesAgainAfterMidnightIsStoredOnce() throws Exception {
        clock.goOn(Duration.ofHours(11));
        LogEntry event = event(clock.instant().plus(Duration.ofHours(2)));
        append(event);
        clock.goOn(Duration.ofMinutes(90));

        assertThat(append(event)).isEqualTo(new Appended(0, 0, List.of(0)));
        assertThat(messages(Order.ARRIVAL)).containsExactly("once");
    }

    @Test
    void anEventThatComesTwiceInABatchIsStoredOnce() throws Exception {
        LogEntry event = event(MONDAY);

        Appended answer = append(event, entry("other", MONDAY), event);

        assertThat(answer.stored()).isEqualTo(2);
        assertThat(answer.repeated()).isEqualTo(1);
        assertThat(messages(Order.ARRIVAL)).containsExactly("once", "other");
    }

    @Test
    void aBatchThatComesAgainDaysLaterIsStoredOnceUnlessItHoldsMore() throws Exception {
        LogEntry event = entry("once", MONDAY);
        append("batch", event);
        clock.nextDay();

        assertThat(append("batch", event).repeated()).isEqualTo(1);
        assertThat(append("batch", event, event).stored()).isEqualTo(2);
    }

    @Test
    void whatIsWrittenAtOnceKeepsItsOrder() throws Exception {
        List<CompletableFuture<Appended>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(store.append(new Append(null, List.of(entry("m" + i, MONDAY), entry("n" + i, MONDAY)))));
        }

        long last = 0;
        for (CompletableFuture<Appended> answer : answers) {
            Appended appended = answer.get(60, TimeUnit.SECONDS);
            assertThat(appended.stored()).isEqualTo(2);
            assertThat(appended.firstId()).isGreaterThan(last);
            last = appended.firstId();
        }
        assertThat(store.count(EntryFilter.all(), Long.MAX_VALUE)).isEqualTo(400);
        assertThat(store.count(EntryFilter.all(), 10)).isEqualTo(10);
    }

    @Test
    void whoListensIsToldWhenThereIsMore() throws Exception {
        AtomicInteger told = new AtomicInteger();
        store.onAppend(told::incrementAndGet);

        append(entry("one", MONDAY));

        await().until(() -> told.get() > 0);
        assertThat(store.lastId()).isPositive();
    }

    @Test
    void aPageEndsWhereItGetsTooLarge() throws Exception {
        for (int i = 0; i < 12; i++) {
            append(entry("x".repeat(1 << 20), MONDAY.plusSeconds(i)));
        }

        EntryPage page = store.query(EntryQuery.first(EntryFilter.all(), Order.NEWEST_FIRST, 100));

        assertThat(page.entries()).hasSizeBetween(1, 11);
        assertThat(page.hasMore()).isTrue();
        assertThat(paged(Order.NEWEST_FIRST, 100)).hasSize(12);
    }

    protected final Appended append(LogEntry... entries) throws Exception {
        return append(null, entries);
    }

    private Appended append(String batchId, LogEntry... entries) throws Exception {
        return store.append(new Append(batchId, List.of(entries))).get(60, TimeUnit.SECONDS);
    }

    /** One that is to be stored once. */
    private static LogEntry event(Instant time) {
        return LogEntry.builder()
                .micros(EntryTime.micros(time))
                .uid("run:1")
                .set(Column.LEVEL, "info")
                .set(Column.SERVICE, "a")
                .set(Column.MSG, "once")
                .build();
    }

    protected static LogEntry entry(String message, Instant time) {
        return LogEntry.builder()
                .micros(EntryTime.micros(time))
                .set(Column.LEVEL, "info")
                .set(Column.SERVICE, "a")
                .set(Column.MSG, message)
                .build();
    }

    private void reopen() throws IOException {
        store.close();
        store = place.open(clock);
    }

    protected final List<Object> messages(Order order) throws StoreException {
        return store.query(EntryQuery.first(EntryFilter.all(), order, 100)).entries().stream()
                .map(entry -> entry.get(Column.MSG))
                .toList();
    }

    private List<LogEntry> paged(Order order, int limit) throws StoreException {
        List<LogEntry> all = new ArrayList<>();
        EntryQuery query = EntryQuery.first(EntryFilter.all(), order, limit);
        EntryPage page = store.query(query);
        all.addAll(page.entries());
        while (page.next() != null) {
            page = store.query(query.after(page.next()));
            all.addAll(page.entries());
        }
        return all;
    }
}
