package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import io.pixsim.logging.http.delivery.BatchDue.Waiting;
import org.junit.jupiter.api.Test;

class BatchDueTest {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);
    private static final long JUST_NOW = 0;

    private final BatchDue due = new BatchDue(10, INTERVAL);

    @Test
    void nothingIsNeverDue() {
        assertThat(due.nanosUntilDue(new Waiting(0, false, false), INTERVAL * 10, true))
                .isEqualTo(BatchDue.NEVER);
    }

    @Test
    void aFullBatchIsDueAtOnce() {
        assertThat(due.nanosUntilDue(new Waiting(1, true, false), JUST_NOW, false))
                .isZero();
    }

    @Test
    void enoughEventsAreDueAtTheNextLook() {
        assertThat(due.nanosUntilDue(new Waiting(10, false, false), JUST_NOW, false))
                .isEqualTo(BatchDue.LOOK);
        assertThat(due.nanosUntilDue(new Waiting(10, false, false), BatchDue.LOOK - 7, false))
                .isEqualTo(7);
        assertThat(due.nanosUntilDue(new Waiting(10, false, false), BatchDue.LOOK, false))
                .isZero();
    }

    @Test
    void fewEventsWaitForTheRestOfTheInterval() {
        assertThat(due.nanosUntilDue(new Waiting(9, false, false), JUST_NOW, false))
                .isEqualTo(INTERVAL);
        assertThat(due.nanosUntilDue(new Waiting(9, false, false), INTERVAL - 7, false))
                .isEqualTo(7);
        assertThat(due.nanosUntilDue(new Waiting(1, false, false), INTERVAL * 100, false))
                .isZero();
    }

    @Test
    void theFirstEventAfterAPauseIsDueAtOnce() {
        assertThat(due.nanosUntilDue(new Waiting(1, false, false), BatchDue.PAUSE, true))
                .isZero();
    }

    @Test
    void theFirstEventShortlyAfterABatchWaits() {
        assertThat(due.nanosUntilDue(new Waiting(1, false, false), BatchDue.PAUSE - 1, true))
                .isEqualTo(INTERVAL - BatchDue.PAUSE + 1);
    }

    @Test
    void anUrgentEventWaitsForThoseThatFollowItAndNotForTheInterval() {
        assertThat(due.nanosUntilDue(new Waiting(1, false, true), JUST_NOW, false))
                .isEqualTo(BatchDue.URGENT_LINGER);
    }

    @Test
    void aShortIntervalIsShortForAll() {
        BatchDue prompt = new BatchDue(10, 1_000);

        assertThat(prompt.nanosUntilDue(new Waiting(1, false, true), JUST_NOW, false))
                .isEqualTo(1_000);
        assertThat(prompt.nanosUntilDue(new Waiting(10, false, false), JUST_NOW, false))
                .isEqualTo(1_000);
        assertThat(prompt.nanosUntilDue(new Waiting(1, false, false), 1_000, true))
                .isZero();
    }
}
