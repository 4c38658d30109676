package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.Statistics;
import org.junit.jupiter.api.Test;

/** Durations by stage, also when clients make up a stage for each event. */
class SumsTest {

    private final Sums sums = new Sums(new Statistics.Request(EntryFilter.all(), Tally.HOUR, List.of()));

    @Test
    void durationsThatWereCountedAndThoseThatWereNotAreAddedUp() {
        sums.addDuration("a", 30, 1);
        sums.addDurations("a", counted(10, 2));
        sums.addDurations("a", counted(5_000_000_000L, 1));
        sums.addDurations("b", counted(7, 1));

        Statistics result = sums.result();

        assertThat(result.durations().get("a").count()).isEqualTo(4);
        assertThat(result.durations().get("a").p50()).isEqualTo(10);
        assertThat(result.durations().get("a").p95()).isBetween(4_950_000_000L, 5_050_000_000L);
        assertThat(result.durations().get("b").p95()).isEqualTo(7);
    }

    @Test
    void stagesBeyondANumberAreLeftOut() {
        for (int i = 0; i < 200_000; i++) {
            sums.addDurations("counted:" + i, counted(i, 1));
            sums.addDuration("read:" + i, i, 1);
        }

        assertThat(sums.result().durations()).hasSize(Sums.MAX_STAGES);
    }

    private static BucketCounts counted(long millis, long entries) {
        BucketCounts counts = new BucketCounts();
        counts.add(DurationBuckets.of(millis), entries);
        return counts;
    }
}
