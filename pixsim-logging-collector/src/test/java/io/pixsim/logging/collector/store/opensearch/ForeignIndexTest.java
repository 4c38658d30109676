package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An index whose fields someone has made other than we do, so that it refuses some rows. */
@NeedsOpenSearch
class ForeignIndexTest {

    private final DayClock clock = new DayClock(Rows.MONDAY);
    private OpenSearchPlace place;
    private LogStore store;
    private Cluster cluster;

    @BeforeEach
    void open() throws Exception {
        place = new OpenSearchPlace();
        cluster = new Cluster(place.options());
        store = place.open(clock);
        index(Map.of("attempt", Map.of("type", "byte"), "job_id", Map.of("type", "integer")));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        place.close();
        cluster.close();
    }

    @Test
    void oneBadRowNeverCostsItsBatchAndKeepsWhatTheIndexRefuses() throws Exception {
        LogEntry bad = Rows.row("bad")
                .set(Column.ATTEMPT, 1000L)
                .set(Column.STAGE, "provider:submit")
                .extra("{\"a\":1.50}")
                .build();

        assertThat(Rows.append(
                                store,
                                Rows.row("one").build(),
                                bad,
                                Rows.row("two").build())
                        .stored())
                .isEqualTo(3);

        LogEntry kept = store.query(EntryQuery.first(
                        EntryFilter.builder().equal(Column.MSG, "bad").build(), Order.ARRIVAL, 10))
                .entries()
                .get(0);
        assertThat(Rows.messages(store)).containsExactly("one", "bad", "two");
        assertThat(kept.get(Column.ATTEMPT)).isNull();
        assertThat(kept.extra()).isEqualTo("{\"a\":1.50,\"attempt_raw\":1000}");
        assertThat(kept.get(Column.STAGE)).isEqualTo("provider:submit");
        assertThat(store.distinctExtra("attempt_raw", EntryFilter.all(), 10)).containsExactly("1000");
        assertThat(store.trouble()).isEmpty();
    }

    @Test
    void aRowOfWhichMuchIsRefusedIsStoredWithoutIt() throws Exception {
        LogEntry bad = Rows.row("bad")
                .set(Column.ATTEMPT, 1000L)
                .set(Column.JOB_ID, new EntryId("job-1", false))
                .build();

        assertThat(Rows.append(store, bad).stored()).isEqualTo(1);

        LogEntry kept = store.find(store.lastId()).orElseThrow();
        assertThat(kept.get(Column.MSG)).isEqualTo("bad");
        assertThat(kept.extra()).contains("\"attempt_raw\":1000", "\"job_id_raw\":\"job-1\"");
    }

    @Test
    void aRowThatIsRefusedWhateverIsTakenAwayIsToldByItsPlace() throws Exception {
        clock.nextDay();
        index(Map.of("size", Map.of("type", "byte")));

        Appended appended = Rows.append(
                store,
                Rows.row("one").build(),
                Rows.row("x".repeat(200)).build(),
                Rows.row("two").build());

        assertThat(appended.stored()).isEqualTo(2);
        assertThat(appended.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.index()).isEqualTo(1);
            assertThat(refused.reason()).contains("size");
        });
        assertThat(Rows.messages(store)).containsExactly("one", "two");
        assertThat(store.trouble()).isEmpty();
    }

    private void index(Map<String, Object> fields) throws ClusterException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String name = new Names(place.options().prefix()).entriesOf(day);
        cluster.call(Cluster.Call.put("/" + name, Map.of("mappings", Map.of("properties", fields))));
    }
}
