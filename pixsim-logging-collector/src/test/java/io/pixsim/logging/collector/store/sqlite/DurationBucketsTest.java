package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Durations that are counted lose a hundredth at most, and never their order. */
class DurationBucketsTest {

    @Test
    void shortOnesAreExact() {
        for (int millis = 0; millis < 128; millis++) {
            assertThat(DurationBuckets.millis(DurationBuckets.of(millis))).isEqualTo(millis);
        }
        assertThat(DurationBuckets.of(-5)).isZero();
    }

    @Test
    void anyOneIsWithinAHundredth() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            long millis = random.nextLong() >>> (1 + random.nextInt(62));
            int bucket = DurationBuckets.of(millis);

            assertThat(bucket).isBetween(0, DurationBuckets.COUNT - 1);
            assertThat(Math.abs(DurationBuckets.millis(bucket) - millis)).isLessThanOrEqualTo(millis / 100);
            assertThat(DurationBuckets.of(Math.min(Long.MAX_VALUE - 1, millis) + 1))
                    .isGreaterThanOrEqualTo(bucket);
        }
    }
}
