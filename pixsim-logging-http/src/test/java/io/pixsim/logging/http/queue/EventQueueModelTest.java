package io.pixsim.logging.http.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sequences of calls against the simplest queue that could be right. */
class EventQueueModelTest {

    private static final int MAX_EVENTS = 3_000;
    private static final long MAX_BYTES = 400_000;

    private final EventQueue queue = new EventQueue("test", MAX_EVENTS, MAX_BYTES);
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final Deque<Batch> taken = new ArrayDeque<>();
    private long admitted;
    private long takenEvents;
    private long heldRaw;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itDoesWhatTheModelDoes(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 3_000; step++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> offerSome(random);
                case 4 -> queue.pack();
                case 5, 6 -> take(random);
                default -> release();
            }
            assertThat(queue.heldEvents()).isBetween(0L, (long) MAX_EVENTS);
            assertThat(queue.heldBytes()).isBetween(0L, MAX_BYTES);
            assertThat(queue.admitted()).isEqualTo(admitted);
            assertThat(queue.taken()).isEqualTo(takenEvents);
            assertThat(queue.waiting()).isEqualTo(waiting.size());
        }
        while (!waiting.isEmpty()) {
            take(random);
            release();
        }
        while (!taken.isEmpty()) {
            release();
        }
        assertThat(queue.heldEvents()).isZero();
        assertThat(queue.heldBytes()).isZero();
    }

    private void offerSome(Random random) {
        for (int i = random.nextInt(60); i > 0; i--) {
            byte[] event = ("{\"seq\":" + admitted + ",\"padding\":\"" + "x".repeat(random.nextInt(300)) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            boolean urgent = random.nextInt(20) == 0;
            if (queue.offer(event, urgent) >= 0) {
                waiting.add(event);
                heldRaw += event.length;
                admitted++;
            } else {
                // Refused means that there was hardly room left, whatever is packed.
                assertThat(heldRaw > MAX_BYTES / 2 || queue.heldEvents() >= MAX_EVENTS - MAX_EVENTS / 10)
                        .isTrue();
            }
        }
    }

    private void take(Random random) {
        BatchLimits limits = new BatchLimits(1 + random.nextInt(300), 1 + random.nextInt(50_000));
        Batch batch = queue.take(limits);
        assertThat(batch.size()).isLessThanOrEqualTo(limits.events());
        assertThat(batch.size() <= 1 || batch.bytes() <= limits.bytes()).isTrue();
        assertThat(batch.size() > 0 || waiting.isEmpty()).isTrue();
        for (int i = 0; i < batch.size(); i++) {
            byte[] event = waiting.remove();
            assertThat(batch.events().get(i)).isEqualTo(event);
            int start = batch.start(i);
            assertThat(Arrays.copyOfRange(batch.array(i), start, start + batch.length(i)))
                    .isEqualTo(event);
            assertThat(batch.number(i)).isEqualTo(takenEvents++);
        }
        if (batch.size() > 0) {
            taken.add(batch);
        }
    }

    private void release() {
        Batch batch = taken.poll();
        if (batch != null) {
            heldRaw -= batch.bytes();
            queue.release(batch);
        }
    }
}
