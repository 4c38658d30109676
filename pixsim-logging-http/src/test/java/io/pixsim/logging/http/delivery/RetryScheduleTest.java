package io.pixsim.logging.http.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private final RetrySchedule longest = new RetrySchedule(() -> 1.0);
    private final RetrySchedule shortest = new RetrySchedule(() -> 0.0);

    @ParameterizedTest
    @CsvSource({"1,100", "2,200", "3,400", "4,800", "5,1500", "9,1500", "2147483647,1500"})
    void theSpanDoublesFrom100MillisecondsToOneAndAHalfSeconds(int setbacks, long millis) {
        assertThat(longest.pauseNanos(setbacks, Duration.ZERO, 0, false))
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 50})
    void thePauseIsAnyPartOfTheSpan(int setbacks) {
        RetrySchedule half = new RetrySchedule(() -> 0.5);

        assertThat(shortest.pauseNanos(setbacks, Duration.ZERO, 0, false)).isZero();
        assertThat(half.pauseNanos(setbacks, Duration.ZERO, 0, false))
                .isEqualTo(longest.pauseNanos(setbacks, Duration.ZERO, 0, false) / 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePauseIsNeverShorterThanTheEndpointAskedFor(boolean closing) {
        Duration asked = Duration.ofSeconds(3);

        assertThat(shortest.pauseNanos(1, asked, 0, closing)).isEqualTo(asked.toNanos());
    }

    @ParameterizedTest
    @CsvSource({"1,2999", "100,2900", "2500,2900"})
    void whatIsAskedForCountsFromWhenItWasAskedUnlessTheAnswerTookLong(long tookMillis, long pauseMillis) {
        long took = TimeUnit.MILLISECONDS.toNanos(tookMillis);

        assertThat(shortest.pauseNanos(1, Duration.ofSeconds(3), took, false))
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
    }

    @Test
    void whileClosingTheSpanStaysShort() {
        assertThat(longest.pauseNanos(1, Duration.ZERO, 0, true)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(longest.pauseNanos(20, Duration.ZERO, 0, true)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
    }

    @ParameterizedTest
    @CsvSource({"1,30", "2,60", "3,120", "4,240", "5,300", "2147483647,300"})
    void anEndpointThatDeniesIsLeftAloneForLonger(int denials, long seconds) {
        assertThat(shortest.pauseWhileDenied(denials, Duration.ZERO)).isEqualTo(TimeUnit.SECONDS.toNanos(seconds));
    }
}
