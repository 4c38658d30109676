package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgesTest {

    private static final long SECOND = Ages.STEP;

    private final Ages ages = new Ages();

    @Test
    void nothingThatWaitsHasNoAge() {
        ages.note(5, 5, 10 * SECOND);

        assertThat(ages.oldest(5, 5, 20 * SECOND)).isZero();
    }

    @Test
    void theOldestIsAsOldAsTheLastNoteBeforeIt() {
        ages.begin(0, 10 * SECOND);
        ages.note(100, 0, 11 * SECOND);
        ages.note(200, 0, 12 * SECOND);

        assertThat(ages.oldest(200, 0, 15 * SECOND)).isEqualTo(5 * SECOND);
        assertThat(ages.oldest(200, 150, 15 * SECOND)).isEqualTo(4 * SECOND);
    }

    @Test
    void aPauseBeforeTheFirstEventMakesItNoOlder() {
        ages.note(5, 5, 10 * SECOND);
        ages.begin(5, 100 * SECOND);

        assertThat(ages.oldest(6, 5, 101 * SECOND)).isEqualTo(SECOND);
    }

    @Test
    void anHourOfOutageIsRememberedInFewNotes() {
        ages.begin(0, 0);
        for (int second = 1; second <= 3600; second++) {
            ages.note(second, 0, second * SECOND);
        }

        assertThat(ages.oldest(3600, 0, 3600 * SECOND)).isEqualTo(3600 * SECOND);
        assertThat(ages.oldest(3600, 1800, 3600 * SECOND)).isBetween(1800 * SECOND, 2200 * SECOND);
    }
}
