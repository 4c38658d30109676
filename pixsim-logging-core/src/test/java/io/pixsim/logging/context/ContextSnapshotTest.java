package io.pixsim.logging.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.pixsim.logging.context.LogContext.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ContextSnapshotTest {

    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @BeforeEach
    void clear() {
        MDC.clear();
    }

    @AfterEach
    void stop() {
        MDC.clear();
        pool.shutdownNow();
    }

    @Test
    void aWrappedTaskSeesTheContextOfWhenItWasWrapped() throws Exception {
        Callable<Map<String, String>> task;
        try (Scope job = LogContext.job(1)) {
            task = LogContext.wrap(ContextSnapshotTest::mdc);
        }
        try (Scope other = LogContext.job(2)) {
            assertThat(pool.submit(task).get()).containsOnly(entry("job_id", "1"));
        }
    }

    @Test
    void aJobEndsWithTheTaskThatForgotToCloseItsScope() {
        List<String> ended = new ArrayList<>();
        Consumer<String> listener = ended::add;
        JobScopes.listen(listener);
        try {
            LogContext.wrap((Runnable) () -> LogContext.job("forgotten")).run();
        } finally {
            JobScopes.forget(listener);
        }
        assertThat(ended).containsExactly("forgotten");
    }

    @Test
    void aLambdaWithAResultGoesWhereACallableOrASupplierIsWanted() throws Exception {
        try (Scope job = LogContext.job(1)) {
            assertThat(pool.submit(LogContext.wrap(() -> MDC.get("job_id"))).get())
                    .isEqualTo("1");
            assertThat(CompletableFuture.supplyAsync(LogContext.wrap(() -> MDC.get("job_id")), pool)
                            .get())
                    .isEqualTo("1");
        }
    }

    @Test
    void aSupplierAndACallableAndARunnableAreWrappedAsWhatTheyAre() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        Supplier<String> supplier = () -> MDC.get("job_id");
        Callable<String> callable = () -> MDC.get("job_id");
        Runnable runnable = () -> seen.set(MDC.get("job_id"));
        try (Scope job = LogContext.job(1)) {
            supplier = LogContext.wrap(supplier);
            callable = LogContext.wrap(callable);
            runnable = LogContext.wrap(runnable);
        }

        runnable.run();

        assertThat(supplier.get()).isEqualTo("1");
        assertThat(callable.call()).isEqualTo("1");
        assertThat(seen).hasValue("1");
    }

    @Test
    void theFunctionsOfACompletableFutureSeeTheContextOfWhoAddedThem() throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        AtomicReference<String> accepted = new AtomicReference<>();
        AtomicReference<String> told = new AtomicReference<>();
        CompletableFuture<Void> last;
        try (Scope job = LogContext.job(1)) {
            ContextSnapshot context = ContextSnapshot.capture();
            last = first.thenApply(context.wrapFunction(text -> text + MDC.get("job_id")))
                    .thenCombine(second, context.wrapBiFunction((a, b) -> a + b + MDC.get("job_id")))
                    .whenComplete(context.wrapBiConsumer((text, failure) -> told.set(MDC.get("job_id"))))
                    .thenAcceptAsync(
                            text -> accepted.set(text + MDC.get("job_id")), context.wrap((Runnable task) -> task.run()))
                    .thenAccept(context.wrapConsumer(nothing -> told.set(told.get() + MDC.get("job_id"))));
        }

        pool.submit(() -> first.complete("a")).get();
        pool.submit(() -> second.complete("b")).get();

        last.get(1, TimeUnit.MINUTES);
        assertThat(accepted).hasValue("a1b11");
        assertThat(told).hasValue("11");
    }

    @Test
    void whatATaskBoundAndForgotIsGoneFromThePooledThread() throws Exception {
        Runnable careless = LogContext.wrap(() -> {
            MDC.put("color", "blue");
            Scope forgotten = LogContext.job(9);
            assertThat(forgotten).isNotNull();
        });

        pool.submit(careless).get();

        assertThat(pool.submit(ContextSnapshotTest::mdc).get()).isEmpty();
    }

    @Test
    void aScopeThatATaskForgotDoesNothingWhenItIsClosedInALaterOne() throws Exception {
        AtomicReference<Scope> forgotten = new AtomicReference<>();
        pool.submit(LogContext.wrap(() -> forgotten.set(LogContext.job(9)))).get();

        Map<String, String> later = pool.submit(() -> {
                    try (Scope own = LogContext.job(10)) {
                        forgotten.get().close();
                        return mdc();
                    }
                })
                .get();

        assertThat(later).containsOnly(entry("job_id", "10"));
    }

    @Test
    void onTheSameThreadTheScopesAroundItGoOnAsBefore() {
        MDC.put("color", "blue");
        Runnable task = LogContext.wrap(() -> {
            Scope forgotten = LogContext.job(3);
            assertThat(forgotten).isNotNull();
        });
        try (Scope outer = LogContext.job(1)) {
            try (Scope inner = LogContext.job(2)) {
                task.run();
                assertThat(mdc()).containsOnly(entry("job_id", "2"), entry("color", "blue"));
            }
            assertThat(mdc()).containsOnly(entry("job_id", "1"), entry("color", "blue"));
        }
        assertThat(mdc()).containsOnly(entry("color", "blue"));
    }

    @Test
    void aScopeAroundATaskMayBeClosedByIt() {
        MDC.put("color", "blue");
        Scope outer = LogContext.job(1);
        Scope inner = LogContext.artifact(2);
        AtomicReference<Map<String, String>> seen = new AtomicReference<>();

        LogContext.wrap(() -> {
                    try (Scope own = LogContext.job(3)) {
                        outer.close();
                    }
                    seen.set(mdc());
                })
                .run();

        assertThat(seen.get()).containsOnly(entry("color", "blue"), entry("job_id", "1"), entry("artifact_id", "2"));
        assertThat(mdc()).containsOnly(entry("color", "blue"), entry("artifact_id", "2"));
        inner.close();
        assertThat(mdc()).containsOnly(entry("color", "blue"));
    }

    @Test
    void aTaskThatThrowsThrowsTheSameAndLeavesNothing() {
        IllegalStateException failure = new IllegalStateException("broken");
        Runnable task;
        try (Scope job = LogContext.job(1)) {
            task = LogContext.wrap((Runnable) () -> {
                throw failure;
            });
        }

        assertThatThrownBy(task::run).isSameAs(failure);
        assertThat(mdc()).isEmpty();
    }

    @Test
    void aCheckedExceptionComesAsItIsFromACallAndAsCompletionFromASupplier() {
        IOException failure = new IOException("broken");
        ContextTask<String> task = LogContext.wrap(() -> {
            throw failure;
        });

        assertThatThrownBy(task::call).isSameAs(failure);
        assertThatThrownBy(task::get).isInstanceOf(CompletionException.class).hasCause(failure);
    }

    @Test
    void anotherThreadCannotCloseASwitchAndTheOwnerStillCan() throws Exception {
        ContextSnapshot snapshot;
        try (Scope job = LogContext.job(1)) {
            snapshot = ContextSnapshot.capture();
        }
        ContextSwitch shown = snapshot.open();

        pool.submit(shown::close).get();
        assertThat(mdc()).containsOnly(entry("job_id", "1"));

        shown.close();
        MDC.put("color", "blue");
        shown.close();
        assertThat(mdc()).containsOnly(entry("color", "blue"));
    }

    @Test
    void aSwitchThatIsClosedLaterThanTheOneAroundItBringsNothingBack() {
        Scope around = LogContext.request("req-1");
        ContextSwitch outer = snapshotOfJob(1).open();
        Scope between = LogContext.artifact(2);
        ContextSwitch inner = snapshotOfJob(3).open();

        outer.close();
        assertThat(mdc()).containsOnly(entry("request_id", "req-1"));

        inner.close();
        between.close();
        assertThat(mdc()).containsOnly(entry("request_id", "req-1"));

        around.close();
        assertThat(mdc()).isEmpty();
    }

    @Test
    void switchesThatAreNeverClosedHinderNoLaterOne() {
        for (int i = 0; i < 200; i++) {
            ContextSwitch forgotten = snapshotOfJob(i).open();
            assertThat(forgotten).isNotNull();
        }
        MDC.clear();

        try (ContextSwitch shown = snapshotOfJob(7).open()) {
            assertThat(mdc()).containsEntry("job_id", "7");
        }

        assertThat(mdc()).isEmpty();
    }

    @Test
    void tasksWithinTasksEachGetTheirContextBack() {
        nest(200);

        assertThat(mdc()).isEmpty();
    }

    private static void nest(int depth) {
        try (ContextSwitch shown = snapshotOfJob(depth).open()) {
            if (depth > 0) {
                nest(depth - 1);
            }
            assertThat(mdc()).containsOnly(entry("job_id", String.valueOf(depth)));
        }
    }

    private static ContextSnapshot snapshotOfJob(long id) {
        try (Scope job = LogContext.job(id)) {
            return ContextSnapshot.capture();
        }
    }

    private static Map<String, String> mdc() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }
}
