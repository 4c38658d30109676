package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What TimescaleDB would be told, as text: no server with that extension could be had, so nothing here has run on one. */
class HypertableTest {

    private static final Table TABLE =
            new Table("log_entries", true, true, Map.of(), true, false, "json", "nextval('log_entries_ids')");

    @Test
    void aPlainTableIsMadeAHypertableWhosePastIsPacked() {
        assertThat(Hypertable.statements(TABLE))
                .containsExactly(
                        "SELECT create_hypertable('\"log_entries\"', 'created_at', chunk_time_interval => INTERVAL '1 day',"
                                + " if_not_exists => TRUE)",
                        "ALTER TABLE \"log_entries\" SET (timescaledb.compress, timescaledb.compress_segmentby ="
                                + " 'service', timescaledb.compress_orderby = 'created_at')",
                        "SELECT add_compression_policy('\"log_entries\"', INTERVAL '7 days', if_not_exists => TRUE)");
    }

    @Test
    void retentionDropsTheChunksOfADay() {
        assertThat(new Hypertable(TABLE).dropping(LocalDate.parse("2026-11-30")))
                .isEqualTo("SELECT drop_chunks('\"log_entries\"', older_than => TIMESTAMPTZ '2026-12-01 00:00:00+00')");
    }

    @Test
    void aServerWithoutItIsAskedForNoneOfThis() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            assertThat(Hypertable.isToBeHad(new Connections(database.options())))
                    .isFalse();
        }
    }
}
