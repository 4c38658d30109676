package io.pixsim.logging.diagnostics;

import static io.pixsim.logging.diagnostics.DropReason.OVERSIZE;
import static io.pixsim.logging.diagnostics.DropReason.QUEUE_FULL;
import static io.pixsim.logging.diagnostics.DropReason.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class DeliveryStatsTest {

    @Test
    void twoSnapshotsAddUpMemberByMember() {
        DeliveryStats one = new DeliveryStats(1, 2, 3, 4, 5, Map.of(QUEUE_FULL, 6L, OVERSIZE, 7L));
        DeliveryStats other = new DeliveryStats(10, 20, 30, 40, 50, Map.of(QUEUE_FULL, 60L, REJECTED, 70L));

        assertThat(one.plus(other))
                .isEqualTo(new DeliveryStats(11, 22, 33, 44, 55, Map.of(QUEUE_FULL, 66L, OVERSIZE, 7L, REJECTED, 70L)));
        assertThat(DeliveryStats.NONE.plus(one)).isEqualTo(one);
    }

    @Test
    void theLossesOfAllReasonsAreSummed() {
        assertThat(new DeliveryStats(0, 0, 0, 0, 0, Map.of(QUEUE_FULL, 6L, OVERSIZE, 7L)).droppedTotal())
                .isEqualTo(13);
        assertThat(DeliveryStats.NONE.droppedTotal()).isZero();
    }

    @Test
    void aSnapshotDoesNotChangeWithTheMapItWasMadeOf() {
        Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
        DeliveryStats stats = new DeliveryStats(0, 0, 0, 0, 0, dropped);

        dropped.put(QUEUE_FULL, 1L);

        assertThat(stats.dropped()).isEmpty();
    }

    @Test
    void aSuppressReasonWithoutEventsCountsZero() {
        LoggingStats stats = new LoggingStats(
                5,
                3,
                Map.of(SuppressReason.SAMPLED, 2L),
                List.of(),
                0,
                DeliveryStats.NONE,
                Map.of(),
                FileStats.NONE,
                RecorderStats.NONE);

        assertThat(stats.suppressed(SuppressReason.SAMPLED)).isEqualTo(2);
        assertThat(stats.suppressed(SuppressReason.RECURSION)).isZero();
    }
}
