package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixsim.logging.http.queue.BatchLimits;
import org.junit.jupiter.api.Test;

class BatchSizingTest {

    /** With the same time for each request, twice the size is twice the rate. */
    private static final long QUICKLY = 1_000;

    private final BatchSizing sizing = new BatchSizing(new BatchLimits(500, 1_000), new BatchLimits(3_000, 8_000));

    @Test
    void whileMoreWaitsAndFullRequestsAreStoredQuicklyTheyDouble() {
        sizing.stored(500, 1_000, QUICKLY, true);
        assertThat(sizing.limits()).isEqualTo(new BatchLimits(1_000, 2_000));
        sizing.stored(10, 1_900, QUICKLY, true);
        assertThat(sizing.limits()).isEqualTo(new BatchLimits(2_000, 4_000));
        sizing.stored(2_000, 4_000, QUICKLY, true);
        sizing.stored(3_000, 8_000, QUICKLY, true);
        sizing.stored(3_000, 8_000, QUICKLY, true);
        assertThat(sizing.limits()).isEqualTo(new BatchLimits(3_000, 8_000));
    }

    @Test
    void aSizeThatCarriesNoMoreInTheSameTimeIsLeftAgainForAWhile() {
        sizing.stored(500, 1_000, QUICKLY, true);
        for (int i = 0; i < BatchSizing.TRIES; i++) {
            assertThat(sizing.limits()).isEqualTo(new BatchLimits(1_000, 2_000));
            sizing.stored(1_000, 2_000, 2 * QUICKLY, true);
        }

        for (int i = 0; i < BatchSizing.REST; i++) {
            assertThat(sizing.limits()).isEqualTo(new BatchLimits(500, 1_000));
            sizing.stored(500, 1_000, QUICKLY, true);
        }
        sizing.stored(500, 1_000, QUICKLY, true);
        assertThat(sizing.limits()).isEqualTo(new BatchLimits(1_000, 2_000));
    }

    @Test
    void otherwiseTheyStayAsTheyAre() {
        sizing.stored(499, 100, QUICKLY, true);
        sizing.stored(500, 100, QUICKLY, false);
        sizing.stored(500, 100, BatchSizing.QUICK, true);

        assertThat(sizing.limits()).isEqualTo(new BatchLimits(500, 1_000));
    }

    @Test
    void aSlowAnswerHalvesAndASetbackBringsBackTheUsualSize() {
        sizing.stored(500, 1_000, QUICKLY, true);
        sizing.stored(1_000, 2_000, QUICKLY, true);
        sizing.stored(2_000, 4_000, 3 * BatchSizing.QUICK, true);
        assertThat(sizing.limits().events()).isEqualTo(1_000);

        sizing.setback();

        assertThat(sizing.limits()).isEqualTo(new BatchLimits(500, 1_000));
    }

    @Test
    void whatWasTooLargeIsNotSentAgainForLong() {
        sizing.tooLarge(100, 900);
        assertThat(sizing.limits().bytes()).isEqualTo(450);

        sizing.stored(500, 450, QUICKLY, true);
        sizing.stored(1_000, 450, QUICKLY, true);
        assertThat(sizing.limits().bytes()).isEqualTo(450);
    }

    @Test
    void whatWasTooLargeIsTriedAgainAfterManyRequestsOfTheSizeThatIsTaken() {
        sizing.tooLarge(100, 900);

        for (int i = 0; i < BatchSizing.FORGIVEN_AFTER - 1; i++) {
            sizing.stored(200, 450, QUICKLY, false);
            sizing.stored(3, 10, QUICKLY, false);
        }
        assertThat(sizing.limits().bytes()).isEqualTo(450);

        sizing.stored(200, 450, QUICKLY, false);
        assertThat(sizing.limits().bytes()).isEqualTo(900);
    }

    @Test
    void whatIsTooLargeOnceMoreIsLeftAgainForAsLong() {
        sizing.tooLarge(100, 900);
        for (int i = 0; i < BatchSizing.FORGIVEN_AFTER; i++) {
            sizing.stored(200, 450, QUICKLY, false);
        }

        sizing.tooLarge(100, 900);
        sizing.stored(200, 450, QUICKLY, false);

        assertThat(sizing.limits().bytes()).isEqualTo(450);
    }

    @Test
    void oneEventThatIsTooLargeAloneSaysNothingAboutOthers() {
        sizing.tooLarge(1, 900);

        assertThat(sizing.limits().bytes()).isEqualTo(1_000);
    }
}
