package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.diagnostics.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sampling is exact however many threads log. */
class SamplingOnManyThreadsTest extends SamplingFixture {

    @ParameterizedTest
    @CsvSource({"2, 10000", "7, 10000", "9, 12345"})
    void ofOneJobOnManyThreadsExactlyOneInNIsKept(int rate, int eachThread) throws InterruptedException {
        sampleStatus(rate);
        AtomicInteger kept = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < eachThread; j++) {
                    if (poll("1").kept()) {
                        kept.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(kept.get()).isEqualTo((8 * eachThread + rate - 1) / rate);
    }

    @Test
    void countsNeverRunBackwardsWhileRulesChange() throws InterruptedException {
        sampleStatus(1_000);
        AtomicInteger kept = new AtomicInteger();
        List<Thread> threads =
                pollOnThreads(4, 50_000, () -> kept.addAndGet(poll("1").kept() ? 1 : 0));
        List<Long> counts = new ArrayList<>();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            counts.add(suppressed());
            sampleStatus(1_000);
            counts.add(suppressed());
        }

        assertThat(counts).isSorted();
        assertThat(kept.get() + suppressed()).isEqualTo(4 * 50_000);
        assertThat(gate.losses().stream().mapToLong(Loss::events).sum()).isEqualTo(suppressed());
    }

    @Test
    void onManyThreadsEachEventIsWrittenOrCountedThoughJobsChangeAndEnd() throws InterruptedException {
        sampleStatus(100);
        AtomicInteger written = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        List<Thread> threads = pollOnThreads(4, 20_000, () -> {
            int call = calls.incrementAndGet();
            String job = Integer.toString(call / 1_000 % 3);
            String stage = call % 300 == 0 ? SUBMIT : call % 700 == 0 ? "provider:complete" : STATUS;
            Decision decision =
                    gate.decide(TestCall.of(INFO).stage(stage).job(job).number(call / 50), true);
            written.addAndGet(decision.kept() ? 1 : 0);
            written.addAndGet((int) decision.notices().stream()
                    .filter(Notice.Late.class::isInstance)
                    .count());
        });
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(written.get() + suppressed()).isEqualTo(calls.get());
        assertThat(gate.losses().stream().mapToLong(Loss::events).sum()).isEqualTo(suppressed());
    }

    private static List<Thread> pollOnThreads(int threads, int eachThread, Runnable poll) {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                for (int j = 0; j < eachThread; j++) {
                    poll.run();
                }
            });
            thread.start();
            started.add(thread);
        }
        return started;
    }

    private long suppressed() {
        return gate.suppressed().values().stream().mapToLong(Long::longValue).sum();
    }
}
