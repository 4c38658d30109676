package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import org.junit.jupiter.api.Test;

/** What becomes of a batch by what is answered to it. */
class WorkloadTest extends WorkloadFixture {

    private static final Outcome BUSY = new Retryable("busy", Duration.ZERO);

    @Test
    void whatIsStoredIsSettled() {
        work.add(batch(0, 3), 0);

        Totals totals = totals(settle(new Delivered(3)));

        assertThat(totals).isEqualTo(new Totals(3, 0));
        assertThat(work.isEmpty()).isTrue();
        assertThat(work.settledUpTo()).isEqualTo(3);
    }

    @Test
    void ofSeveralUnderWayEachIsSettledByItsOwnAnswer() {
        work.add(batch(0, 3), 0);
        Piece first = work.send();
        work.add(batch(3, 2), 0);
        Piece second = work.send();

        assertThat(totals(work.settle(second, new Delivered(2)))).isEqualTo(new Totals(2, 0));
        assertThat(work.settledUpTo()).isZero();

        work.settle(first, BUSY);
        assertThat(next()).containsExactly(0, 1, 2);
        assertThat(totals(settle(new Delivered(3)))).isEqualTo(new Totals(3, 0));
        assertThat(work.settledUpTo()).isEqualTo(5);
    }

    @Test
    void whatIsUnderWayDoesNotExpire() {
        work.add(batch(0, 3), 0);
        Piece sent = work.send();

        assertThat(work.expire(1)).isEmpty();

        work.settle(sent, BUSY);
        assertThat(work.expire(1)).hasSize(1);
    }

    @Test
    void afterASetbackTheSameBatchGoesAgainHoweverOften() {
        work.add(batch(0, 3), 0);

        for (int i = 0; i < 100; i++) {
            assertThat(settle(BUSY)).isEqualTo(Settlement.NOTHING);
            assertThat(next()).containsExactly(0, 1, 2);
        }
        assertThat(work.settledUpTo()).isZero();
    }

    @Test
    void ofABatchStoredInPartTheRestGoesWithoutTheSuspectAndThenTheSuspectAlone() {
        work.add(batch(0, 5), 0);

        assertThat(totals(settle(new Delivered(2)))).isEqualTo(new Totals(2, 0));

        assertThat(next()).containsExactly(3, 4);
        settle(new Delivered(2));
        assertThat(next()).containsExactly(2);
        assertThat(work.settledUpTo()).isEqualTo(2);
    }

    @Test
    void aSuspectThatFailsAloneIsLost() {
        work.add(batch(0, 3), 0);
        settle(new Delivered(2));

        assertThat(next()).containsExactly(2);
        assertThat(totals(settle(UNSTORED))).isEqualTo(new Totals(0, 1));
        assertThat(work.isEmpty()).isTrue();
    }

    @Test
    void aSuspectThatSucceedsAloneIsDelivered() {
        work.add(batch(0, 3), 0);
        settle(new Delivered(2));

        assertThat(totals(settle(new Delivered(1)))).isEqualTo(new Totals(1, 0));
    }

    @Test
    void aRefusedBatchIsHalvedInOrder() {
        work.add(batch(0, 5), 0);

        settle(REFUSED);

        assertThat(next()).containsExactly(0, 1);
        settle(new Delivered(2));
        assertThat(next()).containsExactly(2, 3, 4);
    }

    @Test
    void anEventRefusedAloneIsLost() {
        work.add(batch(0, 1), 0);

        assertThat(totals(settle(REFUSED))).isEqualTo(new Totals(0, 1));
        assertThat(work.isEmpty()).isTrue();
    }

    @Test
    void aBatchOfWhichNothingIsStoredGoesWholeBeforeItIsHalved() {
        work.add(batch(0, 4), 0);

        settle(UNSTORED);
        assertThat(next()).hasSize(4);
        settle(UNSTORED);
        assertThat(next()).hasSize(4);
        settle(UNSTORED);
        assertThat(next()).containsExactly(0, 1);
    }

    @Test
    void whatTheEndpointSaysOfEachEventIsDone() {
        work.add(batch(0, 6), 0);

        Settlement settlement = settle(new Partial(List.of(1, 4), List.of(2), "mapping failed"));

        assertThat(totals(settlement)).isEqualTo(new Totals(3, 1));
        assertThat(settlement.reason()).isEqualTo("mapping failed");
        assertThat(next()).containsExactly(1, 4);
        assertThat(work.settledUpTo()).isZero();
    }

    @Test
    void aBatchThatIsTooLargeIsHalvedAndAnEventThatIsTooLargeAloneIsLost() {
        work.add(batch(0, 2), 0);

        assertThat(settle(TOO_LARGE)).isEqualTo(Settlement.NOTHING);
        assertThat(next()).containsExactly(0);
        assertThat(totals(settle(TOO_LARGE))).isEqualTo(new Totals(0, 1));
        assertThat(totals(settle(new Delivered(1)))).isEqualTo(new Totals(1, 0));
    }

    @Test
    void theHalvesOfABatchThatIsTooLargeMayBeUnderWayTogether() {
        work.add(batch(0, 4), 0);

        settle(TOO_LARGE);

        assertThat(work.isFresh()).isTrue();
    }

    @Test
    void whatWasTakenTooLongAgoExpires() {
        work.add(batch(0, 4), 100);
        settle(BUSY);

        assertThat(work.expire(100)).isEmpty();
        assertThat(work.expire(101)).hasSize(1);
        assertThat(work.isEmpty()).isTrue();
        assertThat(work.settledUpTo()).isEqualTo(4);
    }

    @Test
    void theLeastNumberIsThatOfTheOriginAlone() {
        work.add(new Batch("other", true, new long[] {3}, List.of(new byte[1])), 0);

        assertThat(work.leastNumber("test")).isEqualTo(Long.MAX_VALUE);
        assertThat(work.leastNumber("other")).isEqualTo(3);
    }
}
