package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.StoreSize;
import org.junit.jupiter.api.Test;

/** A day that is done with gets its indexes, and every question the answer that it had before, only sooner. */
class SealingTest extends StoreFixture {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int EACH_DAY = 6_000;
    private static final List<Column> COUNTED =
            List.of(Column.SERVICE, Column.STAGE, Column.PROVIDER_ID, Column.ERROR_TYPE);
    private static final List<String> SEARCHES = List.of(
            "timeout",
            "TIMEOUTERR",
            "meo",
            "zürich",
            "100%",
            "a_b",
            "\"say \"hi\"\"",
            "c:\\temp",
            "hi",
            "retry | frame",
            "retry !frame",
            "!timeout",
            "accepted 7",
            "nowhere");

    private final RandomEntries entries = new RandomEntries(11);

    SealingTest() {
        super(MONDAY);
    }

    @Test
    void everyQuestionHasTheSameAnswerBeforeAndAfter() throws Exception {
        fill(EACH_DAY);
        List<Object> before = answers(7);

        clock.nextDay();
        store.append(new Append(null, List.of(LogEntry.builder().micros(1).build())))
                .get();
        awaitSealed(1);

        assertThat(answers(7)).isEqualTo(before);
    }

    @Test
    void countsAreThoseOfTheEntries() throws Exception {
        fill(EACH_DAY);
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            Statistics.Request request = request(random);

            Statistics counted = store.statistics(request);

            Map<Long, Map<Severity, Long>> buckets = new TreeMap<>();
            Map<String, Long> services = new TreeMap<>();
            for (LogEntry entry : all(request.filter())) {
                buckets.computeIfAbsent(
                                entry.micros() / request.bucketMicros() * request.bucketMicros(), b -> new TreeMap<>())
                        .merge(entry.severity(), 1L, Long::sum);
                services.merge(String.valueOf(entry.get(Column.SERVICE)), 1L, Long::sum);
            }
            assertThat(counted.buckets()).isEqualTo(buckets);
            assertThat(counted.counts().get(Column.SERVICE)).isEqualTo(services);
        }
    }

    @Test
    void whoIsLeftOffInTheMidstIsDoneAgain() throws Exception {
        fill(EACH_DAY);
        List<Object> before = answers(5);
        store.close();
        DayFiles files = DayFiles.open(folder);
        DayFile file = files.all().get(0);
        Random random = new Random(5);

        boolean sealed = false;
        for (int looks = 1; !sealed; looks += 1 + random.nextInt(2 * looks)) {
            AtomicInteger left = new AtomicInteger(looks);
            try (Sealing sealing = Sealing.of(file, () -> left.decrementAndGet() < 0, () -> false)) {
                sealing.run();
                sealed = true;
            } catch (SQLException leftOff) {
                assertThat(file.state().sealed()).isFalse();
            }
        }

        assertThat(check(file)).isEqualTo("ok");
        files.close();
        open();
        assertThat(store.size().days().get(0).sealed()).isTrue();
        assertThat(answers(5)).isEqualTo(before);
    }

    @Test
    void aStoreThatIsClosedMeanwhileSealsTheNextTime() throws Exception {
        fill(EACH_DAY);
        clock.nextDay();
        fill(1);

        store.close();
        open();

        awaitSealed(1);
    }

    @Test
    void theNameOfTheFolderMayHoldAQuote() throws Exception {
        store.close();
        store = SqliteStore.open(folder.resolve("it's a day"), SqliteOptions.standard(), clock);
        fill(1);
        clock.nextDay();

        fill(1);

        awaitSealed(1);
    }

    @Test
    void moreKindsThanAreCountedAreReadOneByOne() throws Exception {
        int services = Tally.MAX_KINDS + 500;
        List<LogEntry> many = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            many.add(LogEntry.builder()
                    .micros(EntryTime.micros(MONDAY))
                    .set(Column.SERVICE, "s" + i)
                    .build());
        }
        store.append(new Append(null, many)).get();
        store.append(new Append(null, many)).get();

        Statistics all = store.statistics(new Statistics.Request(EntryFilter.all(), Tally.HOUR, List.of()));
        assertThat(all.buckets().values()).containsExactly(Map.of(Severity.INFO, 2L * services));
        assertThat(store.distinct(Column.SERVICE, EntryFilter.all(), 10_000)).hasSize(services);
    }

    @Test
    void whatIsOfNoCountedKindIsFoundAmongTheEntries() throws Exception {
        List<LogEntry> many = new ArrayList<>();
        for (int i = 0; i <= Tally.MAX_KINDS; i++) {
            many.add(LogEntry.builder()
                    .micros(EntryTime.micros(MONDAY))
                    .set(Column.SERVICE, "s" + i)
                    .set(Column.STAGE, "only:" + i)
                    .build());
        }
        store.append(new Append(null, many)).get();
        String last = "s" + Tally.MAX_KINDS;

        assertThat(store.distinct(
                        Column.STAGE,
                        EntryFilter.builder().equal(Column.SERVICE, last).build(),
                        10))
                .containsExactly("only:" + Tally.MAX_KINDS);
    }

    @Test
    void aFileThatRetentionHasDeletedIsNotMadeAnew() throws Exception {
        store.close();
        try (DayFiles files = DayFiles.open(folder)) {
            DayFile file = files.all().get(0);
            Files.delete(file.path());

            assertThatThrownBy(() -> Sealing.of(file, () -> false, () -> false)).isInstanceOf(SQLException.class);

            assertThat(file.path()).doesNotExist();
        }
    }

    private void fill(int entriesOfADay) throws Exception {
        for (int done = 0; done < entriesOfADay; done += 1_000) {
            List<LogEntry> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(1_000, entriesOfADay); i++) {
                batch.add(entries.next(MONDAY));
            }
            store.append(new Append(null, batch)).get(60, TimeUnit.SECONDS);
        }
    }

    private void awaitSealed(int days) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> store.size().days().stream()
                                .filter(StoreSize.Day::sealed)
                                .count()
                        >= days);
    }

    /** Of what arrived on the first day. */
    private List<Object> answers(long seed) throws StoreException {
        Random random = new Random(seed);
        List<Object> answers = new ArrayList<>();
        for (String text : SEARCHES) {
            EntryFilter filter = firstDay().search(Search.parse(text)).build();
            answers.add(store.count(filter, 100_000));
            answers.add(store.count(filter, 10));
            for (Order order : Order.values()) {
                answers.add(ids(store.query(EntryQuery.first(filter, order, 50)).entries()));
            }
        }
        for (int i = 0; i < 20; i++) {
            Statistics.Request request = request(random);
            answers.add(store.statistics(request));
            answers.add(store.count(request.filter(), 100_000));
            answers.add(store.distinct(Column.STAGE, request.filter(), 10));
            answers.add(store.distinct(Column.LEVEL, request.filter(), 2));
            answers.add(ids(store.query(EntryQuery.first(request.filter(), Order.NEWEST_FIRST, 20))
                    .entries()));
        }
        return answers;
    }

    private static Statistics.Request request(Random random) {
        EntryFilter.Builder filter = firstDay();
        if (random.nextBoolean()) {
            filter.equal(Column.SERVICE, random.nextBoolean() ? "api" : "worker");
        }
        if (random.nextInt(3) == 0) {
            filter.equal(
                    Column.LEVEL, List.of("info", "Warning", "NOTICE", "error").get(random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
            filter.minSeverity(Severity.WARNING);
        }
        if (random.nextInt(3) == 0) {
            filter.stagePrefix("provider");
        }
        if (random.nextInt(4) == 0) {
            filter.equal(Column.USER_ID, "1");
        }
        if (random.nextInt(3) > 0) {
            long from = EntryTime.micros(MONDAY) + random.nextLong(5 * Tally.HOUR);
            filter.fromMicros(from).toMicros(from + random.nextLong(6 * Tally.HOUR));
        }
        long bucket = List.of(Tally.MINUTE / 60, Tally.MINUTE, 5 * Tally.MINUTE, Tally.HOUR, 24 * Tally.HOUR)
                .get(random.nextInt(5));
        return new Statistics.Request(filter.build(), bucket, COUNTED);
    }

    /** Before the rest arrived there was nothing of another time. */
    private static EntryFilter.Builder firstDay() {
        return EntryFilter.builder().fromMicros(2);
    }

    private List<LogEntry> all(EntryFilter filter) throws StoreException {
        return store.query(EntryQuery.first(filter, Order.ARRIVAL, 100_000)).entries();
    }

    private static List<Long> ids(List<LogEntry> found) {
        return found.stream().map(LogEntry::id).toList();
    }

    private static String check(DayFile file) throws SQLException {
        try (Connection connection = Connections.open(file.path());
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        }
    }
}
