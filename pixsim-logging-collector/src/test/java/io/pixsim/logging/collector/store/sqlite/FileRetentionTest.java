package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.RetentionRules.Rule;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.StoreSize;
import org.junit.jupiter.api.Test;

/** What outlives its neighbours, and what has to go so that the rest has room. */
class FileRetentionTest extends StoreFixture {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-23");

    FileRetentionTest() {
        super(MONDAY);
    }

    @Test
    void errorsOutliveTheRestOfTheirDay() throws Exception {
        append("api", Severity.INFO, "a", "b", "c");
        append("api", Severity.CRITICAL, "bad");
        clock.nextDay();
        append("api", Severity.INFO, "new");
        RetentionRules rules = rules(30, Rule.orWorse(Severity.ERROR, 90));

        assertThat(store.retain(rules, FIRST.plusDays(30))).isEqualTo(Retained.NOTHING);
        assertThat(store.retain(rules, FIRST.plusDays(31))).isEqualTo(new Retained(List.of(), 3));
        assertThat(messages()).containsExactly("bad", "new");
        assertThat(store.retain(rules, FIRST.plusDays(32)).entries()).isZero();
        assertThat(store.retain(rules, FIRST.plusDays(91)).days()).containsExactly(FIRST);
        assertThat(messages()).containsExactly("new");
    }

    @Test
    void whatIsLeftIsCountedSearchedAndFoundAsBefore() throws Exception {
        append("api", Severity.INFO, "a", "b");
        append("worker", Severity.INFO, "stays");
        append("api", Severity.ERROR, "c");
        clock.nextDay();
        append("worker", Severity.INFO, "new");

        store.retain(rules(1, new Rule(Set.of(), "worker", 10)), FIRST.plusDays(2));
        reopen();

        assertThat(messages()).containsExactly("stays", "new");
        assertThat(store.find(3))
                .hasValueSatisfying(entry -> assertThat(entry.get(Column.MSG)).isEqualTo("stays"));
        assertThat(store.find(1)).isEmpty();
        assertThat(store.count(
                        EntryFilter.builder().search(Search.parse("stay")).build(), 10))
                .isEqualTo(1);
        assertThat(store.distinct(Column.LEVEL, EntryFilter.all(), 10)).containsExactly("info");
        Statistics counts =
                store.statistics(new Statistics.Request(EntryFilter.all(), Tally.HOUR, List.of(Column.SERVICE)));
        assertThat(counts.counts().get(Column.SERVICE)).isEqualTo(Map.of("worker", 2L));
        assertThat(store.size().days()).extracting(StoreSize.Day::entries).containsExactly(1L, 1L);
        assertThat(append("api", Severity.INFO, "next")).isEqualTo(6);
    }

    @Test
    void theLongestOfAllRulesThatAnEntryMeetsCounts() throws Exception {
        append("api", Severity.DEBUG, "short");
        append("worker", Severity.DEBUG, "long");
        append("api", Severity.INFO, "usual");
        clock.nextDay();
        append("api", Severity.INFO, "new");
        RetentionRules rules = rules(5, new Rule(Set.of(Severity.DEBUG), null, 1), new Rule(Set.of(), "worker", 7));

        store.retain(rules, FIRST.plusDays(2));
        assertThat(messages()).containsExactly("long", "usual", "new");
        store.retain(rules, FIRST.plusDays(6));
        assertThat(messages()).containsExactly("long", "new");
        store.retain(rules, FIRST.plusDays(8));
        assertThat(messages()).containsExactly("new");
    }

    @Test
    void theOldestDaysGoUntilTheRestFits() throws Exception {
        for (int day = 0; day < 4; day++) {
            append("api", Severity.INFO, "x".repeat(500_000) + day);
            clock.nextDay();
        }
        append("api", Severity.INFO, "y".repeat(500_000));
        reopen();
        awaitSealed(4);
        long room = store.size().days().subList(2, 5).stream()
                .mapToLong(StoreSize.Day::bytes)
                .sum();

        Retained retained = store.retain(new RetentionRules(RetentionRules.FOREVER, List.of(), room), FIRST);

        assertThat(retained.days()).containsExactly(FIRST, FIRST.plusDays(1));
        assertThat(store.size().bytes()).isLessThanOrEqualTo(room);
        assertThat(store.retain(new RetentionRules(1, List.of(), 1), FIRST).days())
                .containsExactly(FIRST.plusDays(2), FIRST.plusDays(3));
        assertThat(store.size().days()).hasSize(1);
    }

    @Test
    void whatACrashLeftHalfWrittenDoesNotCount() throws Exception {
        append("api", Severity.INFO, "a");
        append("api", Severity.ERROR, "bad");
        clock.nextDay();
        append("api", Severity.INFO, "new");
        store.close();
        Path before = folder.resolve("entries-2026-11-23.sqlite");
        Path copy = Files.copy(before, folder.resolve("copy"));
        open();
        store.retain(rules(1, Rule.orWorse(Severity.ERROR, 9)), FIRST.plusDays(2));
        store.close();

        // killed after the new file had its name, and another time before it had
        Files.move(copy, before);
        Files.writeString(folder.resolve("entries-2026-11-24.1.sqlite.unfinished"), "half");
        open();

        assertThat(messages()).containsExactly("bad", "new");
        assertThat(before).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains("unfinished")))
                    .isEmpty();
        }
    }

    @Test
    void theLastDayEndsAlsoWhenNothingComesAnyMore() throws Exception {
        long last = append("api", Severity.INFO, "old");
        clock.goOn(Duration.ofDays(31));

        Retained retained = store.retain(RetentionRules.ofDays(30), FIRST.plusDays(31));

        assertThat(retained.days()).containsExactly(FIRST);
        assertThat(messages()).isEmpty();
        assertThat(store.lastId()).isEqualTo(last);
        reopen();
        assertThat(append("api", Severity.INFO, "new")).isEqualTo(last + 1);
    }

    @Test
    void theLastDayIsSealedAlsoWhenNothingComesAnyMore() throws Exception {
        append("api", Severity.INFO, "old");
        clock.nextDay();

        store.retain(RetentionRules.ofDays(30), FIRST.plusDays(1));

        awaitSealed(1);
    }

    @Test
    void aDayThatCannotBeSortedOutKeepsNoOtherOneFromIt() throws Exception {
        append("api", Severity.INFO, "a");
        append("api", Severity.ERROR, "bad");
        clock.nextDay();
        append("api", Severity.INFO, "b");
        append("api", Severity.ERROR, "worse");
        clock.nextDay();
        append("api", Severity.INFO, "new");
        keepFromBeingWrittenAnew("2026-11-23");

        Retained retained = store.retain(rules(1, Rule.orWorse(Severity.ERROR, 90)), FIRST.plusDays(9));

        assertThat(retained).isEqualTo(new Retained(List.of(), 1));
        assertThat(messages()).containsExactly("a", "bad", "worse", "new");
    }

    @Test
    void roomIsMadeAlsoWhenADayCannotBeSortedOut() throws Exception {
        append("api", Severity.INFO, "a");
        clock.nextDay();
        append("api", Severity.INFO, "b");
        append("api", Severity.ERROR, "bad");
        clock.nextDay();
        append("api", Severity.INFO, "new");
        keepFromBeingWrittenAnew("2026-11-24");
        awaitSealed(2);
        long room = store.size().bytes() - 1;

        RetentionRules rules = new RetentionRules(1, List.of(Rule.orWorse(Severity.ERROR, 90)), room);

        assertThat(store.retain(rules, FIRST.plusDays(9)).days()).containsExactly(FIRST);
        assertThat(messages()).containsExactly("b", "bad", "new");
    }

    @Test
    void whatWasSetAsideTakesNoRoomFromTheDays() throws Exception {
        append("api", Severity.INFO, "old");
        clock.nextDay();
        append("api", Severity.INFO, "new");
        awaitSealed(1);
        long room = 2 * store.size().bytes();
        Files.write(folder.resolve("entries-2026-11-01.sqlite.unreadable"), new byte[(int) room]);

        Retained retained = store.retain(new RetentionRules(RetentionRules.FOREVER, List.of(), room), FIRST);

        assertThat(retained).isEqualTo(Retained.NOTHING);
        assertThat(messages()).containsExactly("old", "new");
    }

    /** What is in the place of the new file can't be deleted. */
    private void keepFromBeingWrittenAnew(String day) throws IOException {
        Path place = Files.createDirectory(folder.resolve("entries-" + day + ".1.sqlite.unfinished"));
        Files.writeString(place.resolve("file"), "in the way");
    }

    /** From then on the size of the first days is what it is. */
    private void awaitSealed(int days) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> store.size().days().subList(0, days).stream().allMatch(StoreSize.Day::sealed));
    }

    private static RetentionRules rules(int days, Rule... rules) {
        return new RetentionRules(days, List.of(rules), RetentionRules.ANY_SIZE);
    }

    private long append(String service, Severity severity, String... messages) throws Exception {
        List<LogEntry> entries = new ArrayList<>();
        for (String message : messages) {
            entries.add(LogEntry.builder()
                    .micros(EntryTime.micros(MONDAY))
                    .severity(severity)
                    .set(Column.LEVEL, severity.name().toLowerCase(java.util.Locale.ROOT))
                    .set(Column.SERVICE, service)
                    .set(Column.MSG, message)
                    .build());
        }
        return store.append(new Append(null, entries)).get().firstId();
    }

    private void reopen() throws IOException {
        store.close();
        open();
    }

    private List<Object> messages() throws StoreException {
        return store.query(EntryQuery.first(EntryFilter.all(), Order.ARRIVAL, 100)).entries().stream()
                .map(entry -> entry.get(Column.MSG))
                .toList();
    }
}
