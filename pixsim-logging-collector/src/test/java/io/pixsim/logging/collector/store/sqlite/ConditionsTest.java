package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.sql.Where;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions find the indexes that there are for them while a day lasts, and those of ids that come when it is over. */
class ConditionsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "LEVEL, error, entries_bad",
        "LEVEL, critical, entries_bad",
        "LEVEL, warning, entries_bad",
        "JOB_ID, 7, entries_job",
        "REQUEST_ID, r, entries_request",
        "LEVEL, info, entries_ts",
    })
    void theNewestOfAValueAreFoundByItsIndex(Column column, String value, String index) throws Exception {
        EntryFilter filter = EntryFilter.builder()
                .equal(column, value)
                .equal(Column.SERVICE, "worker")
                .build();

        assertThat(planOf(filter)).contains(index).doesNotContain("TEMP B-TREE");
    }

    private String planOf(EntryFilter filter) throws Exception {
        Where where = Conditions.of(filter);
        String sql =
                "EXPLAIN QUERY PLAN SELECT ts, id FROM entries WHERE " + where.sql() + " ORDER BY ts DESC, id DESC";
        try (Connection connection = Connections.openForWriting(folder.resolve("day.sqlite"))) {
            Schema.create(connection, 1);
            for (String made : RecentIds.INDEXES) {
                connection.prepareStatement(made).execute();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                where.bind(statement);
                try (ResultSet row = statement.executeQuery()) {
                    StringBuilder plan = new StringBuilder();
                    while (row.next()) {
                        plan.append(row.getString("detail")).append('\n');
                    }
                    return plan.toString();
                }
            }
        }
    }
}
