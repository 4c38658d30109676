package io.pixsim.logging.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageSamplerTest {

    @Test
    void theFirstOfAJobAndEachNthAfterItAreKept() {
        StageSampler sampler = new StageSampler(3);

        List<Integer> kept = IntStream.rangeClosed(1, 10)
                .filter(i -> isKept(sampler, "1"))
                .boxed()
                .toList();

        assertThat(kept).containsExactly(1, 4, 7, 10);
    }

    @Test
    void eachJobIsCountedByItself() {
        StageSampler sampler = new StageSampler(3);
        isKept(sampler, "1");
        isKept(sampler, "1");

        assertThat(isKept(sampler, "2")).isTrue();
        assertThat(isKept(sampler, "1")).isFalse();
        assertThat(isKept(sampler, "1")).isTrue();
    }

    @Test
    void eventsWithoutAJobAreCountedTogether() {
        StageSampler sampler = new StageSampler(2);

        assertThat(isKept(sampler, null)).isTrue();
        assertThat(isKept(sampler, null)).isFalse();
        assertThat(isKept(sampler, null)).isTrue();
    }

    @Test
    void theFirstOfEveryJobIsKeptHoweverManyThereAre() {
        StageSampler sampler = new StageSampler(5);

        assertThat(IntStream.range(0, 50_000)).allMatch(job -> isKept(sampler, "job-" + job));
    }

    @Test
    void noMoreThanTenThousandJobsAreRemembered() {
        StageSampler sampler = new StageSampler(1_000_000);
        IntStream.range(0, 50_000).forEach(job -> isKept(sampler, "job-" + job));

        long stillKnown = IntStream.range(0, 50_000)
                .filter(job -> !isKept(sampler, "job-" + job))
                .count();

        assertThat(stillKnown).isPositive().isLessThanOrEqualTo(10_000);
    }

    @Test
    void aJobIsNotForgottenWhileThereIsRoom() {
        StageSampler sampler = new StageSampler(2);
        IntStream.range(0, 9_999).forEach(job -> isKept(sampler, "job-" + job));

        assertThat(IntStream.range(0, 9_999)).noneMatch(job -> isKept(sampler, "job-" + job));
    }

    @ParameterizedTest
    @CsvSource({"2, 10000", "7, 10000", "9, 12345"})
    void ofOneJobOnManyThreadsExactlyOneInNIsKept(int rate, int eachThread) throws InterruptedException {
        StageSampler sampler = new StageSampler(rate);
        AtomicInteger kept = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                awaitQuietly(start);
                for (int j = 0; j < eachThread; j++) {
                    if (isKept(sampler, "1")) {
                        kept.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(kept.get()).isEqualTo((8 * eachThread + rate - 1) / rate);
    }

    private static boolean isKept(StageSampler sampler, String job) {
        return sampler.decide(job).suppressed() == null;
    }

    private static void awaitQuietly(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
