package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Loss;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.junit.jupiter.api.Test;

/** What was held back is counted while jobs end, are forgotten, or go by other rules: each event once, at any moment. */
class LossSnapshotTest {

    private static final String STATUS = "provider:status";
    private static final String COMPLETE = "provider:complete";
    private static final int THREADS = 2;
    private static final int JOBS = 2_000;
    private static final int CALLS = 80_000;

    private final ManualClock clock = new ManualClock();
    private final Gate gate = new Gate(clock, () -> Instant.parse("2026-11-23T12:00:00Z"));
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    @Test
    void aJobThatEndsIsCountedOnce() throws InterruptedException {
        sampleStatus();

        List<Thread> threads = onThreads(call -> {
            String job = job(call % JOBS);
            holdBack(hidden(job));
            gate.decide(TestCall.of(INFO).stage(COMPLETE).job(job), true);
        });

        assertThat(wrongCountsOf(this::lost, threads)).isEmpty();
    }

    @Test
    void aJobThatIsForgottenIsNeverMissing() throws InterruptedException {
        sampleStatus();

        List<Thread> threads = onThreads(call -> {
            TestCall poll = TestCall.of(INFO).stage(STATUS).job(job(call));
            gate.decide(poll, true);
            for (int i = 0; i < 3; i++) {
                holdBack(poll);
            }
        });

        assertThat(wrongCountsOf(this::suppressed, threads)).isEmpty();
    }

    @Test
    void aJobThatGoesByOtherRulesIsCountedOnce() throws InterruptedException {
        sampleStatus();

        List<Thread> threads = onThreads(call -> {
            holdBack(hidden(job(call % JOBS)));
            if (call % 500 == 0) {
                sampleStatus();
            }
        });

        assertThat(wrongCountsOf(this::lost, threads)).isEmpty();
        assertThat(lost()).isEqualTo(THREADS * CALLS);
    }

    @Test
    void whatIsLostIsToldOnceThoughRulesChange() throws InterruptedException {
        sampleStatus();
        AtomicLong told = new AtomicLong();
        List<Thread> threads = onThreads(call -> {
            TestCall poll = TestCall.of(INFO).stage(STATUS).job(job(call % JOBS));
            told.addAndGet(told(gate.decide(poll, true).notices()));
        });

        while (threads.stream().anyMatch(Thread::isAlive)) {
            sampleStatus();
            clock.advance(Duration.ofMinutes(1));
            told.addAndGet(told(gate.decide(TestCall.of(INFO), true).notices()));
        }
        sampleStatus();
        told.addAndGet(told(gate.closing()));

        assertThat(told.get()).isEqualTo(suppressed());
    }

    @Test
    void aJobThatIsKnownByOldAndNewRulesIsToldOnce() {
        Ledger ledger = new Ledger(clock);
        JobBook book = new JobBook(clock, new LevelOverrides(clock));
        Sampling before = Sampling.open(SamplingRules.NONE, clock, Instant::now, ledger, book);
        Sampling after = Sampling.open(SamplingRules.NONE, clock, Instant::now, ledger, book);

        before.lose(hidden("1"), SuppressReason.LEVEL);
        after.lose(hidden("1"), SuppressReason.LEVEL);
        after.lose(hidden("2"), SuppressReason.LEVEL);

        assertThat(ledger.losses())
                .containsExactlyInAnyOrder(
                        new Loss(SuppressReason.LEVEL, STATUS, "1", 2), new Loss(SuppressReason.LEVEL, STATUS, "2", 1));
    }

    private List<Thread> onThreads(IntConsumer call) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(
                    () -> {
                        for (int j = 0; j < CALLS; j++) {
                            call.accept(j);
                        }
                    },
                    "caller-" + i);
            threads.add(thread);
            thread.start();
        }
        return threads;
    }

    /** Counts that are less than what was held back before, or more than what was held back after, or run backwards. */
    private List<String> wrongCountsOf(LongSupplier counter, List<Thread> threads) {
        List<String> wrong = new ArrayList<>();
        long last = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            long least = Math.max(done.get(), last);
            long count = counter.getAsLong();
            long most = begun.get();
            if (count < least || count > most) {
                wrong.add(count + " not in " + least + ".." + most);
            }
            last = count;
        }
        return wrong;
    }

    private void holdBack(TestCall call) {
        begun.incrementAndGet();
        if (!gate.decide(call, true).kept()) { // a job that was forgotten is a new one, whose first event is kept
            done.incrementAndGet();
        }
    }

    private static TestCall hidden(String job) {
        return TestCall.of(INFO).domain("cron").stage(STATUS).job(job);
    }

    private static String job(int number) {
        return Thread.currentThread().getName() + ":" + number;
    }

    private long lost() {
        return gate.losses().stream().mapToLong(Loss::events).sum();
    }

    private long suppressed() {
        return gate.suppressed().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long told(List<Notice> notices) {
        return notices.stream()
                .map(notice -> ((Notice.Summary) notice).fields())
                .filter(fields -> !fields.containsKey("job_id"))
                .mapToLong(fields -> (Long) fields.get("suppressed"))
                .sum();
    }

    private void sampleStatus() {
        gate.use(new GateRules(
                Map.of("cron", Threshold.OFF), PathRules.NONE, SamplingRules.stages(Map.of(STATUS, 1_000_000))));
    }
}
