package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixsim.logging.http.queue.BatchLimits;
import org.junit.jupiter.api.Test;

class BatchDueTest {

    private static final long INTERVAL = 5_000;
    private final BatchDue due = new BatchDue(new BatchLimits(10, 1000), INTERVAL);

    @Test
    void nothingIsNeverDue() {
        assertThat(due.nanosUntilDue(0, 0, INTERVAL * 10)).isEqualTo(BatchDue.NEVER);
    }

    @Test
    void aBatchFullByCountIsDueAtOnce() {
        assertThat(due.nanosUntilDue(10, 50, 0)).isZero();
    }

    @Test
    void aBatchFullByBytesIsDueAtOnce() {
        assertThat(due.nanosUntilDue(1, 1000, 0)).isZero();
    }

    @Test
    void aBatchThatIsNotFullWaitsForTheRestOfTheInterval() {
        assertThat(due.nanosUntilDue(9, 999, 0)).isEqualTo(INTERVAL);
        assertThat(due.nanosUntilDue(9, 999, 4_000)).isEqualTo(1_000);
    }

    @Test
    void theFirstEventAfterAPauseIsDueAtOnce() {
        assertThat(due.nanosUntilDue(1, 1, INTERVAL)).isZero();
        assertThat(due.nanosUntilDue(1, 1, INTERVAL * 100)).isZero();
    }
}
