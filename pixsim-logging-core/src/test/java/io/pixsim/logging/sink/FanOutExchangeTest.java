package io.pixsim.logging.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sinks are exchanged under load: each event reaches one generation of sinks, whole. */
class FanOutExchangeTest extends FanOnRoot {

    private static final int WRITERS = 4;
    private static final int EXCHANGES = 500;
    private static final int EVENTS_A_GENERATION = 200;

    private final AtomicInteger sequence = new AtomicInteger();
    /** Keeps the writers from filling the memory while the exchanging thread gets no processor. */
    private final AtomicInteger mostSoFar = new AtomicInteger(EVENTS_A_GENERATION);

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger tooLate = new AtomicInteger();

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a guard against hanging
    void eachEventLandsInExactlyOneGenerationAndInAllOfIt() throws InterruptedException {
        List<Generation> generations = new ArrayList<>();
        generations.add(new Generation());
        fan.exchange(generations.get(0).sinks());
        List<Thread> writers = startWriters();
        while (generations.size() < EXCHANGES) {
            Generation current = generations.get(generations.size() - 1);
            current.awaitFirstEvent();
            Generation next = new Generation();
            fan.exchange(next.sinks());
            current.retire();
            generations.add(next);
            mostSoFar.addAndGet(EVENTS_A_GENERATION);
        }
        stopped.set(true);
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(generations)
                .allSatisfy(generation -> assertThat(generation.left.sorted()).isEqualTo(generation.right.sorted()));
        List<Integer> all = generations.stream()
                .flatMap(generation -> generation.left.sequenceNumbers.stream())
                .toList();
        assertThat(all).hasSize(sequence.get());
        assertThat(Set.copyOf(all)).hasSize(sequence.get());
        assertThat(tooLate.get()).as("events in sinks that had been retired").isZero();
        assertThat(fan.written()).isEqualTo(sequence.get());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a guard against hanging
    void anExchangeWaitsForTheEventThatIsOnItsWay() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean handedOver = new AtomicBoolean();
        AtomicBoolean seenByExchange = new AtomicBoolean();
        fan.exchange(List.of(new BareSink(event -> {
            entered.countDown();
            awaitQuietly(go);
            handedOver.set(true);
        })));
        Thread writer = new Thread(() -> log.info("on its way"));
        writer.start();
        entered.await();

        Thread exchanger = new Thread(() -> {
            fan.exchange(List.of());
            seenByExchange.set(handedOver.get());
        });
        exchanger.start();
        while (!fan.sinks().isEmpty()) {
            Thread.onSpinWait();
        }
        go.countDown();
        writer.join();
        exchanger.join();

        assertThat(seenByExchange).isTrue();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a guard against hanging
    void anExchangeGivesUpOnASinkThatHangs() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        fan.exchange(List.of(new BareSink(event -> {
            entered.countDown();
            awaitQuietly(go);
        })));
        Thread writer = new Thread(() -> log.info("hangs"));
        writer.start();
        entered.await();
        CollectingSink replacement = CollectingSink.started(context);

        fan.exchange(List.of(replacement));
        log.info("goes on");

        assertThat(replacement.messages()).containsExactly("goes on");
        go.countDown();
        writer.join();
    }

    private List<Thread> startWriters() {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Thread(() -> {
                while (!stopped.get()) {
                    if (sequence.get() < mostSoFar.get()) {
                        log.info("event", sequence.incrementAndGet());
                    } else {
                        Thread.onSpinWait();
                    }
                }
            }));
        }
        writers.forEach(Thread::start);
        return writers;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two sinks that belong together, and whether they may still get events. */
    private final class Generation {

        private final AtomicBoolean retired = new AtomicBoolean();
        private final Receiver left = new Receiver();
        private final Receiver right = new Receiver();

        List<Appender<ILoggingEvent>> sinks() {
            return List.of(new BareSink(left::receive), new BareSink(right::receive));
        }

        void awaitFirstEvent() {
            while (left.sequenceNumbers.isEmpty()) {
                Thread.onSpinWait();
            }
        }

        void retire() {
            retired.set(true);
        }

        private final class Receiver {

            private final Queue<Integer> sequenceNumbers = new ConcurrentLinkedQueue<>();

            void receive(ILoggingEvent event) {
                if (retired.get()) {
                    tooLate.incrementAndGet();
                }
                sequenceNumbers.add((Integer) event.getArgumentArray()[0]);
            }

            List<Integer> sorted() {
                return sequenceNumbers.stream().sorted().toList();
            }
        }
    }
}
