package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class FailoverTest {

    private static final Duration NONE = Duration.ZERO;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Failover failover = new Failover(3, now::get);

    @Test
    void oneThatCannotBeReachedIsLeftAtOnce() {
        assertThat(failover.failed(false, NONE)).isTrue();
        assertThat(failover.choose()).isEqualTo(1);
    }

    @Test
    void oneThatFailsIsLeftAfterThreeTimesInARow() {
        assertThat(failover.failed(true, NONE)).isFalse();
        assertThat(failover.failed(true, NONE)).isFalse();
        failover.worked();
        assertThat(failover.failed(true, NONE)).isFalse();
        assertThat(failover.failed(true, NONE)).isFalse();
        assertThat(failover.choose()).isZero();
        assertThat(failover.failed(true, NONE)).isTrue();
        assertThat(failover.choose()).isEqualTo(1);
    }

    @Test
    void afterTheLastTheFirstIsAskedAgain() {
        failover.failed(false, NONE);
        failover.failed(false, NONE);
        failover.failed(false, NONE);

        assertThat(failover.choose()).isZero();
    }

    @Test
    void theFirstIsTriedAgainAfterAWhileAndLeftAtItsFirstFailure() {
        failover.failed(false, NONE);
        now.addAndGet(Failover.RETURN_AFTER.toNanos() - 1);
        assertThat(failover.choose()).isEqualTo(1);

        now.addAndGet(1);
        assertThat(failover.choose()).isZero();
        assertThat(failover.failed(true, NONE)).isTrue();
        assertThat(failover.choose()).isEqualTo(1);

        now.addAndGet(Failover.RETURN_AFTER.toNanos());
        assertThat(failover.choose()).isZero();
        failover.worked();
        assertThat(failover.failed(true, NONE)).isFalse();
    }

    @Test
    void theFirstIsLeftAloneAsLongAsItAskedFor() {
        failover.failed(false, Failover.RETURN_AFTER.multipliedBy(3));

        now.addAndGet(Failover.RETURN_AFTER.multipliedBy(2).toNanos());
        assertThat(failover.choose()).isEqualTo(1);
        now.addAndGet(Failover.RETURN_AFTER.toNanos());
        assertThat(failover.choose()).isZero();
    }

    @Test
    void aloneItIsNeverLeft() {
        Failover alone = new Failover(1, now::get);

        assertThat(alone.failed(false, NONE)).isFalse();
        assertThat(alone.choose()).isZero();
    }
}
