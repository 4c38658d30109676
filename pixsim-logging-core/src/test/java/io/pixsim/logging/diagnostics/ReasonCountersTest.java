package io.pixsim.logging.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ReasonCountersTest {

    private final ReasonCounters<DropReason> counters = new ReasonCounters<>(DropReason.class);

    @Test
    void aReasonWithoutEventsIsAbsent() {
        assertThat(counters.snapshot()).isEmpty();
    }

    @Test
    void eachReasonIsCountedByItself() {
        counters.add(DropReason.QUEUE_FULL);
        counters.add(DropReason.QUEUE_FULL);
        counters.add(DropReason.OVERSIZE, 40);

        assertThat(counters.snapshot()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 2L, DropReason.OVERSIZE, 40L));
    }

    @Test
    void oneReasonIsAskedForByItself() {
        counters.add(DropReason.OVERSIZE, 3);

        assertThat(counters.count(DropReason.OVERSIZE)).isEqualTo(3);
        assertThat(counters.count(DropReason.REJECTED)).isZero();
    }

    @Test
    void countingNoEventsLeavesTheReasonAbsent() {
        counters.add(DropReason.CLOSED, 0);

        assertThat(counters.snapshot()).isEmpty();
    }

    @Test
    void aSnapshotStandsStill() {
        Map<DropReason, Long> snapshot = counters.snapshot();

        counters.add(DropReason.CLOSED);

        assertThat(snapshot).isEmpty();
    }

    @Test
    void manyThreadsLoseNoCount() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < 10_000; j++) {
                    counters.add(DropReason.QUEUE_FULL);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(counters.snapshot()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 80_000L));
    }
}
