package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.Search;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what SQLite finds the first entries of a question: no more is read than is asked for, and nothing is sorted. */
class PlaceSelectTest {

    private static final String SORTED = "TEMP B-TREE";

    @TempDir
    Path folder;

    private DayFile file;

    @BeforeEach
    void open() throws SQLException {
        file = DayFile.open(folder, new FileName(LocalDate.EPOCH, 0), 1);
    }

    @Test
    void whatWentWrongIsReadInTheOrderOfItsIndex() throws SQLException {
        for (Order order : List.of(Order.NEWEST_FIRST, Order.OLDEST_FIRST)) {
            assertThat(plan(bad().build(), order)).contains("entries_bad").doesNotContain("entries_ts", SORTED);
        }
    }

    @Test
    void whatWentWrongInAServiceOrWithATextIsToo() throws SQLException {
        EntryFilter ofService =
                bad().equal(Column.SERVICE, "api").fromMicros(5).toMicros(9).build();
        EntryFilter withText = bad().search(Search.parse("timeout")).build();
        EntryFilter ofLevel =
                EntryFilter.builder().equal(Column.LEVEL, "CRITICAL").build();

        for (EntryFilter filter : List.of(ofService, withText, ofLevel)) {
            assertThat(plan(filter, Order.NEWEST_FIRST)).contains("entries_bad").doesNotContain("entries_ts", SORTED);
        }
    }

    @Test
    void anIdFindsLessThanALevel() throws SQLException {
        EntryFilter.Builder ofLevel = EntryFilter.builder().equal(Column.LEVEL, "error");

        for (EntryFilter.Builder filter : List.of(bad(), ofLevel)) {
            assertThat(plan(filter.equal(Column.JOB_ID, "5").build(), Order.NEWEST_FIRST))
                    .contains("entries_job")
                    .doesNotContain(SORTED);
        }
    }

    @Test
    void whatComesNextIsReadAsItCame() throws SQLException {
        EntryFilter ofLevel = EntryFilter.builder().equal(Column.LEVEL, "error").build();

        for (EntryFilter filter : List.of(bad().build(), ofLevel)) {
            assertThat(plan(filter, Order.ARRIVAL)).contains("PRIMARY KEY").doesNotContain(SORTED);
        }
    }

    @Test
    void aServiceOfADayThatIsOverIsReadInTheOrderOfItsIndex() throws SQLException {
        try (Sealing sealing = Sealing.of(file, () -> false, () -> false)) {
            sealing.run();
        }

        assertThat(plan(EntryFilter.builder().equal(Column.SERVICE, "api").build(), Order.NEWEST_FIRST))
                .contains("entries_service")
                .doesNotContain("entries_ts", SORTED);
    }

    private static EntryFilter.Builder bad() {
        return EntryFilter.builder().minSeverity(Severity.ERROR);
    }

    private String plan(EntryFilter filter, Order order) throws SQLException {
        EntryQuery first = EntryQuery.first(filter, order, 100);
        EntryQuery query = order == Order.ARRIVAL ? first.after(Position.afterId(9)) : first;
        PlaceSelect select = PlaceSelect.inOrder(file.state().sealed(), query);
        List<String> steps = new ArrayList<>();
        try (Connection connection = Connections.open(file.path());
                PreparedStatement plan = connection.prepareStatement("EXPLAIN QUERY PLAN " + select.sql())) {
            select.bind(plan, 101);
            try (ResultSet row = plan.executeQuery()) {
                while (row.next()) {
                    steps.add(row.getString("detail"));
                }
            }
        }
        return String.join("\n", steps);
    }
}
