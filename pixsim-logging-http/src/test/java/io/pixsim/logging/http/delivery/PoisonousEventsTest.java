package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that no endpoint takes cost themselves, and an endpoint that takes none costs none of the others. */
class PoisonousEventsTest extends WorkloadFixture {

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

    @ParameterizedTest
    @MethodSource("refusals")
    void anEndpointThatRefusesEverythingCostsOneEvent(Outcome refusal) {
        work.add(batch(0, 50), 0);

        Totals totals = new Totals(0, 0);
        for (int i = 0; i < 1000; i++) {
            totals = totals.plus(totals(settle(refusal)));
        }

        assertThat(totals).isEqualTo(new Totals(0, 1));
        assertThat(work.looksLikeOutage()).isTrue();
        assertThat(runUntilSettled(Set.of(), 100, 0)).isEqualTo(new Totals(49, 0));
    }

    static List<Outcome> refusals() {
        return List.of(REFUSED, TOO_LARGE);
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
}
