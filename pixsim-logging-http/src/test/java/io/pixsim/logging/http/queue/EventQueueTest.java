package io.pixsim.logging.http.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class EventQueueTest {

    private static final BatchLimits ALL = new BatchLimits(1000, 1_000_000);

    @Test
    void eventsComeOutInTheOrderInWhichTheyWentIn() {
        EventQueue queue = queue(10, 1000);

        offer(queue, "a", "b", "c");

        assertThat(texts(queue.take(ALL))).containsExactly("a", "b", "c");
    }

    @Test
    void aFullQueueRefusesTheNewest() {
        EventQueue queue = queue(2, 1000);
        offer(queue, "a", "b");

        Admission third = admission(queue, bytes("c"), false);

        assertThat(third).isEqualTo(Admission.FULL);
        assertThat(texts(queue.take(ALL))).containsExactly("a", "b");
    }

    @Test
    void bytesAreBoundedToo() {
        EventQueue queue = queue(100, 9);

        assertThat(admission(queue, bytes("12345"), false)).isEqualTo(Admission.ADMITTED);
        assertThat(admission(queue, bytes("12345"), false)).isEqualTo(Admission.FULL);
        assertThat(admission(queue, bytes("1234"), false)).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void aTenthOfTheEventsIsKeptForUrgentOnes() {
        EventQueue queue = queue(20, 1000);
        for (int i = 0; i < 18; i++) {
            offer(queue, "e");
        }

        assertThat(admission(queue, bytes("e"), false)).isEqualTo(Admission.FULL);
        assertThat(admission(queue, bytes("e"), true)).isEqualTo(Admission.ADMITTED);
        assertThat(admission(queue, bytes("e"), true)).isEqualTo(Admission.ADMITTED);
        assertThat(admission(queue, bytes("e"), true)).isEqualTo(Admission.FULL);
    }

    @Test
    void aTenthOfTheBytesIsKeptForUrgentOnes() {
        EventQueue queue = queue(100, 100);
        admission(queue, new byte[90], false);

        assertThat(admission(queue, new byte[1], false)).isEqualTo(Admission.FULL);
        assertThat(admission(queue, new byte[10], true)).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void aBatchHoldsNoMoreThanItsLimits() {
        EventQueue queue = queue(100, 1000);
        offer(queue, "123", "456", "789", "abc");

        assertThat(texts(queue.take(new BatchLimits(10, 7)))).containsExactly("123", "456");
        assertThat(texts(queue.take(new BatchLimits(1, 1000)))).containsExactly("789");
    }

    @Test
    void anEventLargerThanABatchIsTakenAlone() {
        EventQueue queue = queue(100, 1000);
        offer(queue, "0123456789", "a");

        assertThat(texts(queue.take(new BatchLimits(10, 5)))).containsExactly("0123456789");
    }

    @Test
    void whatWasTakenHoldsItsRoomUntilItIsReleased() {
        EventQueue queue = queue(2, 1000);
        offer(queue, "a", "b");
        Batch taken = queue.take(ALL);

        assertThat(admission(queue, bytes("c"), false)).isEqualTo(Admission.FULL);

        queue.release(taken);
        assertThat(admission(queue, bytes("c"), false)).isEqualTo(Admission.ADMITTED);
        assertThat(queue.heldEvents()).isEqualTo(1);
        assertThat(queue.heldBytes()).isEqualTo(1);
    }

    @Test
    void aClosedQueueRefusesLaterEventsAndKeepsEarlierOnes() {
        EventQueue queue = queue(10, 1000);
        offer(queue, "a");

        queue.close();

        assertThat(admission(queue, bytes("b"), true)).isEqualTo(Admission.CLOSED);
        assertThat(queue.heldEvents()).isEqualTo(1);
        assertThat(texts(queue.take(ALL))).containsExactly("a");
    }

    @Test
    void anAbandonedQueueTellsOnceHowManyItHeldTakenOnesIncluded() {
        EventQueue queue = queue(10, 1000);
        offer(queue, "a", "b", "c");
        queue.take(new BatchLimits(1, 1000));

        assertThat(queue.abandon()).isEqualTo(3);
        assertThat(queue.abandon()).isZero();
        assertThat(queue.heldBytes()).isZero();
        assertThat(admission(queue, bytes("d"), true)).isEqualTo(Admission.CLOSED);
    }

    @Test
    void theBoundsHoldAndNothingIsLostWhileManyOfferAndOneTakes() throws Exception {
        EventQueue queue = queue(50, 600);
        AtomicInteger admitted = new AtomicInteger();
        AtomicBoolean offering = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        List<Future<?>> offers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            offers.add(threads.submit(() -> offerMany(queue, admitted)));
        }

        Future<Integer> taken = threads.submit(() -> takeUntilEmpty(queue, offering));
        for (Future<?> offer : offers) {
            offer.get();
        }
        offering.set(false);

        assertThat(taken.get()).isEqualTo(admitted.get()).isPositive();
        assertThat(queue.heldEvents()).isZero();
        assertThat(queue.heldBytes()).isZero();
        threads.shutdown();
    }

    @Test
    void anEventOfferedWhileTheQueueIsAbandonedIsEitherCountedOrRefused() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 300; round++) {
            EventQueue queue = queue(100_000, 1_000_000);
            AtomicInteger admitted = new AtomicInteger();
            Future<?> one = threads.submit(() -> offerUntilClosed(queue, admitted));
            Future<?> other = threads.submit(() -> offerUntilClosed(queue, admitted));

            long abandoned = queue.abandon();
            one.get();
            other.get();

            assertThat(abandoned).isEqualTo(admitted.get());
        }
        threads.shutdown();
    }

    @Test
    void aBoundThatHoldsNothingIsRefused() {
        assertThatThrownBy(() -> queue(0, 1)).hasMessageStartingWith("maxEvents not in 1..");
        assertThatThrownBy(() -> queue(1, 0)).hasMessageStartingWith("maxBytes not in 1..");
        assertThatThrownBy(() -> new BatchLimits(0, 1)).hasMessage("events < 1: 0");
        assertThatThrownBy(() -> new BatchLimits(1, 0)).hasMessage("bytes < 1: 0");
    }

    private static EventQueue queue(int maxEvents, long maxBytes) {
        return new EventQueue("test", maxEvents, maxBytes);
    }

    private static Admission admission(EventQueue queue, byte[] event, boolean urgent) {
        return Admission.of(queue.offer(event, urgent));
    }

    private static void offerMany(EventQueue queue, AtomicInteger admitted) {
        for (int i = 0; i < 50_000; i++) {
            if (admission(queue, new byte[1 + i % 40], i % 10 == 0) == Admission.ADMITTED) {
                admitted.incrementAndGet();
            }
        }
    }

    private static int takeUntilEmpty(EventQueue queue, AtomicBoolean offering) {
        int taken = 0;
        while (offering.get() || queue.heldEvents() > 0) {
            assertThat(queue.heldEvents()).isBetween(0L, 50L);
            assertThat(queue.heldBytes()).isBetween(0L, 600L);
            Batch batch = queue.take(new BatchLimits(10, 200));
            taken += batch.size();
            queue.release(batch);
        }
        return taken;
    }

    private static void offerUntilClosed(EventQueue queue, AtomicInteger admitted) {
        Admission admission = admission(queue, new byte[1], true);
        while (admission != Admission.CLOSED) {
            admitted.addAndGet(admission == Admission.ADMITTED ? 1 : 0);
            admission = admission(queue, new byte[1], true);
        }
    }

    private static void offer(EventQueue queue, String... events) {
        for (String event : events) {
            assertThat(admission(queue, bytes(event), false)).isEqualTo(Admission.ADMITTED);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(Batch batch) {
        return batch.events().stream()
                .map(event -> new String(event, StandardCharsets.UTF_8))
                .toList();
    }
}
