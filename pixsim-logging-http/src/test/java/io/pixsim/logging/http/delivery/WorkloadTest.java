package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    private static final Outcome BUSY = new Retryable("busy", Duration.ZERO);
    private static final Outcome UNSTORED = new Unstored("500", Duration.ZERO);
    private static final Outcome REFUSED = new Rejected(422, "no");

    private final Workload work = new Workload();

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

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 9})
    void onePoisonousEventCostsOnlyItself(int poison) {
        work.add(batch(0, 10), 0);

        Totals totals = runUntilSettled(Set.of(poison), 200, 0);

        assertThat(totals).isEqualTo(new Totals(9, 1));
    }

    @Test
    void severalPoisonousEventsCostOnlyThemselvesOnceOthersAreStored() {
        work.add(batch(0, 10), 0);

        Totals totals = runUntilSettled(Set.of(0, 1, 5, 9), 500);

        assertThat(totals).isEqualTo(new Totals(46, 4));
    }

    @Test
    void whenAnEndpointFailsAgainAfterALossTheNextOneWaits() {
        work.add(batch(0, 10), 0);
        Totals atFirst = runUntilSettled(Set.of(5, 6, 7, 8, 9), 30, 0);

        Totals later = runUntilSettled(Set.of(), 50, 0);

        assertThat(atFirst).isEqualTo(new Totals(5, 1));
        assertThat(later).isEqualTo(new Totals(4, 0));
    }

    @Test
    void whileNothingIsStoredAtAllNothingIsLost() {
        work.add(batch(0, 10), 0);

        for (int i = 0; i < 1000; i++) {
            assertThat(settle(UNSTORED)).isEqualTo(Settlement.NOTHING);
        }

        assertThat(runUntilSettled(Set.of(), 50, 0)).isEqualTo(new Totals(10, 0));
    }

    @Test
    void aLonePoisonousEventIsGivenUpOnceAnotherBatchIsStored() {
        work.add(batch(0, 1), 0);
        for (int i = 1; i < Workload.TRIES_ALONE; i++) {
            assertThat(settle(UNSTORED)).isEqualTo(Settlement.NOTHING);
        }
        assertThat(work.wantsMore()).isTrue();

        work.add(batch(1, 3), 0);

        assertThat(next()).containsExactly(1, 2, 3);
        settle(new Delivered(3));
        assertThat(work.settledUpTo()).isZero();
        assertThat(totals(settle(UNSTORED))).isEqualTo(new Totals(0, 1));
        assertThat(work.settledUpTo()).isEqualTo(4);
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

        assertThat(settle(new TooLarge(413))).isEqualTo(Settlement.NOTHING);
        assertThat(next()).containsExactly(0);
        assertThat(totals(settle(new TooLarge(413)))).isEqualTo(new Totals(0, 1));
        assertThat(totals(settle(new TooLarge(413)))).isEqualTo(new Totals(0, 1));
    }

    @Test
    void anEndpointThatRefusesEverythingCostsOneEvent() {
        work.add(batch(0, 50), 0);

        Totals totals = new Totals(0, 0);
        for (int i = 0; i < 1000; i++) {
            totals = totals.plus(totals(settle(REFUSED)));
        }

        assertThat(totals).isEqualTo(new Totals(0, 1));
        assertThat(work.looksLikeOutage()).isTrue();
        assertThat(runUntilSettled(Set.of(), 100, 0)).isEqualTo(new Totals(49, 0));
    }

    @Test
    void inAnOutageOnlyOneMoreBatchIsTakenToLearnWhoIsToBlame() {
        work.add(batch(0, 2), 0);
        int further = 0;

        for (int i = 0; i < 200; i++) {
            if (work.wantsMore()) {
                work.add(batch(10 + further, 1), 0);
                further++;
            }
            settle(UNSTORED);
        }

        assertThat(further).isEqualTo(1);
    }

    @Test
    void inAnOutageWhatIsLeftIsTriedInTurnInsteadOfHalved() {
        work.add(batch(0, 100), 0);

        for (int i = 0; i < 100; i++) {
            settle(UNSTORED);
        }
        int requests = 0;
        while (!work.isEmpty()) {
            settle(new Delivered(next().size()));
            requests++;
        }

        assertThat(requests).isLessThan(20);
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

    private record Totals(int delivered, int rejected) {
        Totals plus(Totals other) {
            return new Totals(delivered + other.delivered, rejected + other.rejected);
        }
    }

    private static Totals totals(Settlement settlement) {
        return new Totals(
                settlement.delivered().map(Batch::size).orElse(0),
                settlement.refused().map(Batch::size).orElse(0));
    }

    private Totals runUntilSettled(Set<Integer> poisonous, int mostRequests) {
        return runUntilSettled(poisonous, mostRequests, 4);
    }

    /** Plays an endpoint that stores a batch wholly or, when it holds one of these events, not at all. */
    private Totals runUntilSettled(Set<Integer> poisonous, int mostRequests, int furtherBatches) {
        int further = furtherBatches;
        Totals totals = new Totals(0, 0);
        for (int i = 0; i < mostRequests && !work.isEmpty(); i++) {
            if (work.wantsMore() && further > 0) {
                work.add(batch(100 - 10 * further--, 10), 0);
            }
            boolean poisoned = next().stream().anyMatch(poisonous::contains);
            totals = totals.plus(totals(settle(poisoned ? UNSTORED : new Delivered(next().size()))));
        }
        return totals;
    }

    private Settlement settle(Outcome outcome) {
        return work.settle(work.send(), outcome);
    }

    private List<Integer> next() {
        List<Integer> numbers = new ArrayList<>();
        work.next().events().forEach(event -> numbers.add((int) event[0]));
        return numbers;
    }

    /** Events of one byte each: their number. */
    private static Batch batch(int first, int size) {
        List<byte[]> events = IntStream.range(first, first + size)
                .mapToObj(number -> new byte[] {(byte) number})
                .toList();
        return new Batch("test", false, LongStream.range(first, first + size).toArray(), events);
    }
}
