package io.pixsim.logging.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.context.ContextSwitch;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestScopeTest {

    private final TestScope test = new Stopped();
    private final TestScope other = new Stopped();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @AfterEach
    void tidyUp() {
        TestScope.show(null);
        pool.shutdownNow();
    }

    @Test
    void aThreadWorksForNoTestUnlessToldTo() {
        assertThat(TestScope.current()).isNull();
        assertThat(TestScope.isTimeManual()).isFalse();
    }

    @Test
    void aThreadWorksForTheTestOfTheOneThatBeganIt() throws InterruptedException {
        AtomicReference<TestScope> seen = new AtomicReference<>();
        TestScope.show(test);

        Thread thread = new Thread(() -> seen.set(TestScope.current()));
        thread.start();
        thread.join();

        assertThat(seen.get()).isSameAs(test);
    }

    @Test
    void threadsOfAForkJoinPoolWorkForAllWhoUseIt() throws Exception {
        ForkJoinPool workers = new ForkJoinPool(1);
        TestScope.show(test);

        assertThat(workers.submit(() -> TestScope.current()).get()).isNull();
        assertThat(workers.submit((Callable<TestScope>) LogContext.wrap(() -> TestScope.current()))
                        .get())
                .isSameAs(test);
        workers.shutdownNow();
    }

    @Test
    void aTaskWorksForTheTestWhoseContextItWasHanded() throws Exception {
        pool.submit(() -> {}).get();
        TestScope.show(test);

        assertThat(pool.submit(LogContext.wrap(() -> TestScope.current())).get())
                .isSameAs(test);
        assertThat(LogContext.wrap(pool).submit(() -> TestScope.current()).get())
                .isSameAs(test);
        assertThat(pool.submit(TestScope::current).get()).isNull();
    }

    @Test
    void afterATaskTheThreadWorksForWhomItDidBefore() {
        TestScope.show(test);
        ContextSnapshot context = ContextSnapshot.capture();
        TestScope.show(other);

        try (ContextSwitch shown = context.open()) {
            assertThat(TestScope.current()).isSameAs(test);
        }

        assertThat(TestScope.current()).isSameAs(other);
    }

    @Test
    void aContextThatWasTakenOutsideOfTestsTakesNoThreadFromItsTest() {
        ContextSnapshot context = ContextSnapshot.capture();
        TestScope.show(test);

        try (ContextSwitch shown = context.open()) {
            assertThat(TestScope.current()).isSameAs(test);
        }
    }

    @Test
    void theTimeIsTheTestsWhereThereIsOne() {
        long before = System.nanoTime();
        assertThat(TestScope.currentNanoClock().getAsLong() - before).isNotNegative();

        TestScope.show(test);

        assertThat(TestScope.currentNanoClock().getAsLong()).isEqualTo(7);
        assertThat(TestScope.currentClock().millis()).isEqualTo(7);
        assertThat(TestScope.isTimeManual()).isTrue();
    }

    private static final class Stopped extends TestScope {

        @Override
        public LongSupplier nanoClock() {
            return () -> 7;
        }

        @Override
        public InstantSource clock() {
            return () -> Instant.ofEpochMilli(7);
        }

        @Override
        public boolean hasManualTime() {
            return true;
        }
    }
}
