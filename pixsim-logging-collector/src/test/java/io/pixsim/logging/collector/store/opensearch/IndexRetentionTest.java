package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.RetentionRules.Rule;
import io.pixsim.logging.collector.store.StoreSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted of a cluster, and how much is left. */
@NeedsOpenSearch
class IndexRetentionTest {

    private static final LocalDate FIRST = LocalDate.ofInstant(Rows.MONDAY, ZoneOffset.UTC);

    private final DayClock clock = new DayClock(Rows.MONDAY);
    private OpenSearchPlace place;
    private LogStore store;

    @BeforeEach
    void open() throws Exception {
        place = new OpenSearchPlace();
        store = place.open(clock);
        for (int day = 0; day < 4; day++) {
            Rows.append(
                    store,
                    Rows.row("info" + day).build(),
                    Rows.row("error" + day).severity(Severity.ERROR).build(),
                    Rows.row("noisy" + day).set(Column.SERVICE, "noisy").build());
            clock.nextDay();
        }
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        place.close();
    }

    @Test
    void daysOfWhichNothingIsKeptAreDeletedWhole() throws Exception {
        Retained retained = store.retain(RetentionRules.ofDays(2), FIRST.plusDays(4));

        assertThat(retained).isEqualTo(new Retained(List.of(FIRST, FIRST.plusDays(1)), 0));
        assertThat(Rows.messages(store)).hasSize(6).startsWith("info2");
    }

    @Test
    void whatOutlivesItsNeighboursIsKeptAndTheyAreNot() throws Exception {
        RetentionRules rules = new RetentionRules(
                2, List.of(Rule.orWorse(Severity.ERROR, 3), new Rule(Set.of(), "noisy", 1)), RetentionRules.ANY_SIZE);

        Retained retained = store.retain(rules, FIRST.plusDays(4));

        assertThat(retained.days()).containsExactly(FIRST);
        assertThat(Rows.messages(store)).containsExactly("error1", "info2", "error2", "info3", "error3", "noisy3");
        assertThat(retained.entries()).isEqualTo(3);
        assertThat(store.retain(rules, FIRST.plusDays(4))).isEqualTo(Retained.NOTHING);
    }

    @Test
    void theOldestDaysMakeRoomAndTodayStays() throws Exception {
        Rows.append(store, Rows.row("today").build());

        Retained retained = store.retain(new RetentionRules(RetentionRules.FOREVER, List.of(), 1), FIRST.plusDays(4));

        assertThat(retained.days()).hasSize(4);
        assertThat(Rows.messages(store)).containsExactly("today");
    }

    @Test
    void theSizeIsTheSumOfItsDays() throws Exception {
        StoreSize size = store.size();

        assertThat(size.entries()).isEqualTo(12);
        assertThat(size.unreadable()).isEmpty();
        assertThat(size.days()).hasSize(4).allSatisfy(day -> {
            assertThat(day.entries()).isEqualTo(3);
            assertThat(day.fromMicros()).isEqualTo(day.toMicros()).isPositive();
            assertThat(day.sealed()).isTrue();
        });
        assertThat(size.bytes())
                .isPositive()
                .isEqualTo(size.days().stream().mapToLong(StoreSize.Day::bytes).sum());
    }
}
