package io.pixsim.logging.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import org.junit.jupiter.api.Test;

class DeliveringTest {

    @Test
    void severalSinksAreCalledInTurnAndTheirResultsAddUp() {
        Recorder one = new Recorder(new DeliveryResult(3, 1, Map.of()));
        Recorder other = new Recorder(new DeliveryResult(4, 0, Map.of(DropReason.REJECTED, 2L)));

        DeliveryResult result = Delivering.each(List.of(one, other), Delivering::flush, Duration.ofSeconds(2));

        assertThat(result).isEqualTo(new DeliveryResult(7, 1, Map.of(DropReason.REJECTED, 2L)));
    }

    @Test
    void theyShareTheDeadline() {
        Recorder one = new Recorder(DeliveryResult.NOTHING);
        Recorder other = new Recorder(DeliveryResult.NOTHING);

        Delivering.each(List.of(one, other), Delivering::close, Duration.ofSeconds(2));

        assertThat(one.deadline).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(other.deadline).isLessThanOrEqualTo(one.deadline);
    }

    @Test
    void aDeadlineThatHasPassedIsZeroAndNeverLess() {
        Recorder sink = new Recorder(DeliveryResult.NOTHING);

        Delivering.each(List.of(sink), Delivering::flush, Duration.ofSeconds(-1));

        assertThat(sink.deadline).isZero();
    }

    @Test
    void theLongestDeadlineIsADeadlineToo() {
        Recorder sink = new Recorder(DeliveryResult.NOTHING);

        Delivering.each(List.of(sink), Delivering::flush, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(sink.deadline).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void withoutSinksNothingWaits() {
        assertThat(Delivering.each(List.of(), Delivering::flush, Duration.ZERO)).isEqualTo(DeliveryResult.NOTHING);
    }

    private static final class Recorder implements Delivering {

        private final DeliveryResult result;
        private Duration deadline = Duration.ofDays(-1);

        Recorder(DeliveryResult result) {
            this.result = result;
        }

        @Override
        public DeliveryResult flush(Duration deadline) {
            this.deadline = deadline;
            return result;
        }

        @Override
        public DeliveryResult close(Duration deadline) {
            this.deadline = deadline;
            return result;
        }

        @Override
        public DeliveryStats stats() {
            return DeliveryStats.NONE;
        }
    }
}
