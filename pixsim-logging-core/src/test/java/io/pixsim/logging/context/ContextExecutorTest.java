package io.pixsim.logging.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.pixsim.logging.context.LogContext.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ContextExecutorTest {

    private static final Callable<String> JOB = () -> MDC.get("job_id");

    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService executor = LogContext.wrap(threads);

    @BeforeEach
    void clear() {
        MDC.clear();
    }

    @AfterEach
    void stop() {
        MDC.clear();
        threads.shutdownNow();
    }

    @Test
    void everyWayToHandATaskOverCarriesTheContext() throws Exception {
        AtomicReference<String> run = new AtomicReference<>();
        AtomicReference<String> submitted = new AtomicReference<>();
        try (Scope job = LogContext.job(1)) {
            executor.execute(() -> run.set(MDC.get("job_id")));
            assertThat(executor.submit(JOB).get()).isEqualTo("1");
            assertThat(executor.submit(() -> submitted.set(MDC.get("job_id")), "done")
                            .get())
                    .isEqualTo("done");
            assertThat(executor.submit(() -> run.set(run.get() + MDC.get("job_id")))
                            .get())
                    .isNull();
            for (Future<String> result : executor.invokeAll(List.of(JOB, JOB))) {
                assertThat(result.get()).isEqualTo("1");
            }
            for (Future<String> result : executor.invokeAll(List.of(JOB), 1, TimeUnit.MINUTES)) {
                assertThat(result.get()).isEqualTo("1");
            }
            assertThat(executor.invokeAny(List.of(JOB))).isEqualTo("1");
            assertThat(executor.invokeAny(List.of(JOB), 1, TimeUnit.MINUTES)).isEqualTo("1");
            assertThat(executor.schedule(JOB, 0, TimeUnit.MILLISECONDS).get()).isEqualTo("1");
            executor.schedule(() -> submitted.set(submitted.get() + MDC.get("job_id")), 0, TimeUnit.MILLISECONDS)
                    .get();
        }

        assertThat(run).hasValue("11");
        assertThat(submitted).hasValue("11");
        assertThat(threads.submit(JOB).get()).isNull();
    }

    @Test
    void aRepeatedTaskStartsEachTimeWithTheContextOfWhoScheduledIt() throws Exception {
        assertRepeats(task -> executor.scheduleAtFixedRate(task, 0, 1, TimeUnit.MILLISECONDS));
        assertRepeats(task -> executor.scheduleWithFixedDelay(task, 0, 1, TimeUnit.MILLISECONDS));
    }

    private static void assertRepeats(Function<Runnable, ScheduledFuture<?>> schedule) throws InterruptedException {
        CountDownLatch threeTimes = new CountDownLatch(3);
        AtomicReference<String> wrong = new AtomicReference<>();
        Runnable task = () -> {
            if (!"1".equals(MDC.get("job_id"))) {
                wrong.set(MDC.get("job_id"));
            }
            MDC.put("job_id", "spoiled");
            threeTimes.countDown();
        };
        ScheduledFuture<?> repeated;
        try (Scope job = LogContext.job(1)) {
            repeated = schedule.apply(task);
        }

        assertThat(threeTimes.await(1, TimeUnit.MINUTES)).isTrue();
        repeated.cancel(false);
        assertThat(wrong).hasValue(null);
    }

    @Test
    void shuttingItDownShutsTheExecutorDown() throws Exception {
        executor.shutdown();

        assertThat(threads.isShutdown()).isTrue();
        assertThat(executor.isShutdown()).isTrue();
        assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(executor.isTerminated()).isTrue();
        assertThat(executor.shutdownNow()).isEmpty();
    }

    @Test
    void closingTheCommonPoolDoesNotWaitForItsEnd() {
        ContextExecutor common = new ContextExecutor(ForkJoinPool.commonPool());

        common.close();

        assertThat(common.isShutdown()).isFalse();
    }

    @Test
    void aVirtualThreadCarriesTheContext() throws Exception {
        ExecutorService virtual = virtualThreads();

        try (Scope job = LogContext.job(1)) {
            assertThat(LogContext.wrap(virtual).submit(JOB).get()).isEqualTo("1");
        }

        assertThat(virtual.submit(JOB).get()).isNull();
        virtual.shutdown();
    }

    /** By reflection, since JDK 17 has none. */
    static ExecutorService virtualThreads() throws ReflectiveOperationException {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with JDK 21");
        return newVirtualThreads();
    }

    static ExecutorService newVirtualThreads() throws ReflectiveOperationException {
        Method factory = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
        return (ExecutorService) factory.invoke(null);
    }
}
