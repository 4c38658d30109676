package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.StoreSize;
import org.junit.jupiter.api.Test;

/** A clock that is not to be relied upon. */
class WrongClockTest extends StoreFixture {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration FAR = Duration.ofDays(1500);

    WrongClockTest() {
        super(MONDAY);
    }

    @Test
    void aClockThatGoesBackGoesOnInTheNewestFileAndNothingOfItIsDeleted() throws Exception {
        clock.nextDay();
        append("tuesday");
        clock.goBack(Duration.ofHours(20));
        append("monday by the clock");
        store.close();
        open();
        append("after a restart");
        clock.nextDay();
        append("tuesday again");

        assertThat(messages()).containsExactly("tuesday", "monday by the clock", "after a restart", "tuesday again");
        assertThat(store.size().days()).filteredOn(day -> day.entries() > 0).hasSize(1);
    }

    @Test
    void aClockThatWasFarAheadOnceLetsTheDaysThatFollowHaveTheirFiles() throws Exception {
        append("monday");
        clock.goOn(FAR);
        append("far ahead");
        clock.goBack(FAR);
        append("back");
        store.close();
        open();
        append("after a restart");
        clock.nextDay();
        clock.nextDay();
        long last = append("wednesday");

        assertThat(messages()).containsExactly("monday", "far ahead", "back", "after a restart", "wednesday");
        assertThat(store.lastId()).isEqualTo(last);
        assertThat(store.find(last)).isPresent();
        assertThat(store.size().days()).extracting(StoreSize.Day::entries).containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void anEmptyFileOfAClockThatWasFarAheadIsLeftOnce() throws Exception {
        store.close();
        clock.goOn(FAR);
        open();
        clock.goBack(FAR);
        append("back");
        store.close();
        open();
        append("again");

        assertThat(messages()).containsExactly("back", "again");
        assertThat(store.size().days()).hasSize(3);
    }

    @Test
    void anEventThatArrivedWhileTheClockWasFarAheadIsStoredOnce() throws Exception {
        LogEntry event = LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .uid("run:1")
                .set(Column.MSG, "once")
                .build();
        clock.goOn(FAR);
        append(event);
        clock.goBack(FAR);

        assertThat(append(event)).isZero();
        assertThat(messages()).containsExactly("once");
    }

    @Test
    void aDayThatIsAheadOfTheClockIsOverWhenTheNextOneIs() throws Exception {
        clock.goOn(FAR);
        append("far ahead");
        clock.goBack(FAR);
        append("back");
        clock.goOn(Duration.ofDays(10));
        append("later");

        store.retain(RetentionRules.ofDays(5), today());

        assertThat(messages()).containsExactly("later");
    }

    @Test
    void aClockThatWasFarBehindOnceDeletesNothing() throws Exception {
        append("monday");
        clock.goBack(FAR);
        append("far behind");
        store.retain(RetentionRules.ofDays(5), today());
        clock.goOn(FAR);
        append("again");

        store.retain(RetentionRules.ofDays(5), today());
        assertThat(messages()).containsExactly("monday", "far behind", "again");

        clock.goOn(Duration.ofDays(10));
        append("later");
        store.retain(RetentionRules.ofDays(5), today());
        assertThat(messages()).containsExactly("later");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private long append(String message) throws Exception {
        return append(LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .set(Column.MSG, message)
                .build());
    }

    private long append(LogEntry entry) throws Exception {
        return store.append(new Append(null, List.of(entry))).get().firstId();
    }

    private List<Object> messages() throws StoreException {
        return store.query(EntryQuery.first(EntryFilter.all(), Order.ARRIVAL, 100)).entries().stream()
                .map(entry -> entry.get(Column.MSG))
                .toList();
    }
}
