package io.pixsim.logging.diagnostics;

import static io.pixsim.logging.diagnostics.DropReason.OVERSIZE;
import static io.pixsim.logging.diagnostics.DropReason.QUEUE_FULL;
import static io.pixsim.logging.diagnostics.DropReason.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class DeliveryResultTest {

    @Test
    void betweenTwoSnapshotsIsWhatHappenedMeanwhile() {
        DeliveryStats before = new DeliveryStats(100, 50, 40, 4_000, 1, Map.of(QUEUE_FULL, 7L, OVERSIZE, 3L));
        DeliveryStats after =
                new DeliveryStats(120, 90, 15, 1_500, 2, Map.of(QUEUE_FULL, 9L, OVERSIZE, 3L, REJECTED, 3L));

        DeliveryResult result = DeliveryResult.between(before, after);

        assertThat(result).isEqualTo(new DeliveryResult(40, 15, Map.of(QUEUE_FULL, 2L, REJECTED, 3L)));
    }

    @Test
    void whatWaitsAndWhatWasLostIsUndelivered() {
        assertThat(new DeliveryResult(40, 15, Map.of(QUEUE_FULL, 2L, REJECTED, 3L)).undelivered())
                .isEqualTo(20);
        assertThat(DeliveryResult.NOTHING.undelivered()).isZero();
    }

    @Test
    void twoResultsAddUp() {
        DeliveryResult one = new DeliveryResult(1, 2, Map.of(QUEUE_FULL, 3L, OVERSIZE, 1L));
        DeliveryResult other = new DeliveryResult(10, 20, Map.of(QUEUE_FULL, 30L, REJECTED, 5L));

        assertThat(one.plus(other))
                .isEqualTo(new DeliveryResult(11, 22, Map.of(QUEUE_FULL, 33L, OVERSIZE, 1L, REJECTED, 5L)));
        assertThat(one.plus(DeliveryResult.NOTHING)).isEqualTo(one);
    }

    @Test
    void aResultDoesNotChangeWithTheMapItWasMadeOf() {
        Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
        DeliveryResult result = new DeliveryResult(0, 0, dropped);

        dropped.put(QUEUE_FULL, 1L);

        assertThat(result.dropped()).isEmpty();
    }
}
