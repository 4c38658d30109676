package io.pixsim.logging.test.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Recording<Integer> recording = new Recording<>();

    @Test
    void keepsTheOrderOfArrival() {
        recording.add(1);
        recording.addAll(List.of(2, 3));

        assertThat(recording.snapshot()).containsExactly(1, 2, 3);
    }

    @Test
    void aSnapshotDoesNotGrow() {
        List<Integer> snapshot = recording.snapshot();

        recording.add(1);

        assertThat(snapshot).isEmpty();
    }

    @Test
    void aConditionThatIsMetIsNotWaitedFor() {
        assertThat(recording.await(List::isEmpty, Duration.ZERO)).isTrue();
    }

    @Test
    void aConditionThatIsNeverMetEndsTheWaiting() {
        assertThat(recording.await(items -> !items.isEmpty(), Duration.ofMillis(1)))
                .isFalse();
    }

    @Test
    void whatIsAddedWakesWhoWaits() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> waiting = other.submit(() -> recording.await(items -> items.size() == 3, LONG));

            recording.add(1);
            recording.addAll(List.of(2, 3));

            assertThat(waiting.get()).isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void noneOfManyWritersIsLost() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = new java.util.ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int number = i;
                done.add(writers.submit(() -> recording.add(number)));
            }

            assertThat(recording.await(items -> items.size() == 400, LONG)).isTrue();
            for (Future<?> each : done) {
                each.get();
            }
            assertThat(recording.snapshot()).doesNotHaveDuplicates().hasSize(400);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void anInterruptEndsTheWaitingAndIsKept() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> recording.await(items -> !items.isEmpty(), LONG))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
