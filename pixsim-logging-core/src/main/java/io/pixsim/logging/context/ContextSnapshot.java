package io.pixsim.logging.context;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The context of a thread at one moment, to be shown on others. What runs under it sees these fields and no others; when
 * it ends, the thread has its own context back exactly as it was, whatever the task bound and forgot.
 *
 * <pre>{@code
 * ContextSnapshot context = ContextSnapshot.capture();
 * provider.submit(request).thenAccept(context.wrapConsumer(answer -> log.info("submitted")));
 * }</pre>
 *
 * Immutable; a snapshot may be shown on many threads at once, virtual ones too. What is wrapped throws what it wraps
 * throws, unchanged.
 */
public final class ContextSnapshot {

    private final Map<String, String> fields;
    private final @Nullable TestScope test = TestScope.current();

    private ContextSnapshot(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * The context of the current thread as it is now: all entries of the MDC, whoever bound them. A job among them may go
     * on after its scope.
     *
     * @return the snapshot
     */
    public static ContextSnapshot capture() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        if (copy != null) {
            JobScopes.handedOn(copy.get(Fields.JOB_ID.name()));
        }
        return new ContextSnapshot(copy == null ? Map.of() : copy);
    }

    /**
     * As {@link #capture}, for a task whose end this thread waits for: its job is not taken along, and ends with its scope.
     *
     * @return the snapshot
     */
    public static ContextSnapshot captureForAwaited() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return new ContextSnapshot(copy == null ? Map.of() : copy);
    }

    /**
     * Shows this context on the current thread until the result is closed.
     *
     * @return what puts the thread's own context back
     */
    public ContextSwitch open() {
        return new ContextSwitch(fields, test);
    }

    /**
     * Makes a task run under this context.
     *
     * @param task the task
     * @return the same, under this context
     */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        return () -> {
            try (ContextSwitch own = open()) {
                task.run();
            }
        };
    }

    /**
     * Makes a task run under this context.
     *
     * @param <T> the result
     * @param task the task
     * @return the same, under this context
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"}) // a lambda is a ContextTask, the closest of the three
    public <T extends @Nullable Object> ContextTask<T> wrap(Callable<T> task) {
        Objects.requireNonNull(task, "task");
        return () -> {
            try (ContextSwitch own = open()) {
                return task.call();
            }
        };
    }

    /**
     * Makes a task run under this context.
     *
     * @param <T> the result
     * @param task the task
     * @return the same, under this context
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"})
    public <T extends @Nullable Object> ContextTask<T> wrap(Supplier<T> task) {
        Objects.requireNonNull(task, "task");
        return wrap((Callable<T>) task::get);
    }

    /**
     * Makes a task run under this context. This is what a lambda with a result comes to; the result is a {@link Callable}
     * and a {@link Supplier}.
     *
     * @param <T> the result
     * @param task the task
     * @return the same, under this context
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"})
    public <T extends @Nullable Object> ContextTask<T> wrap(ContextTask<T> task) {
        return wrap((Callable<T>) task);
    }

    /**
     * Makes an executor run all its tasks under this context, whoever hands them over: for the stages of a {@code
     * CompletableFuture} that a foreign thread completes.
     *
     * @param executor the executor
     * @return the same executor, under this context
     */
    public Executor wrap(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(wrap(task));
    }

    /**
     * Makes a function run under this context.
     *
     * @param <T> what it takes
     * @param <R> what it returns
     * @param function the function
     * @return the same, under this context
     */
    public <T extends @Nullable Object, R extends @Nullable Object> Function<T, R> wrapFunction(
            Function<T, R> function) {
        Objects.requireNonNull(function, "function");
        return value -> {
            try (ContextSwitch own = open()) {
                return function.apply(value);
            }
        };
    }

    /**
     * Makes a function of two arguments run under this context.
     *
     * @param <T> the first it takes
     * @param <U> the second it takes
     * @param <R> what it returns
     * @param function the function
     * @return the same, under this context
     */
    public <T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
            BiFunction<T, U, R> wrapBiFunction(BiFunction<T, U, R> function) {
        Objects.requireNonNull(function, "function");
        return (first, second) -> {
            try (ContextSwitch own = open()) {
                return function.apply(first, second);
            }
        };
    }

    /**
     * Makes a consumer run under this context.
     *
     * @param <T> what it takes
     * @param consumer the consumer
     * @return the same, under this context
     */
    public <T extends @Nullable Object> Consumer<T> wrapConsumer(Consumer<T> consumer) {
        Objects.requireNonNull(consumer, "consumer");
        return value -> {
            try (ContextSwitch own = open()) {
                consumer.accept(value);
            }
        };
    }

    /**
     * Makes a consumer of two arguments run under this context.
     *
     * @param <T> the first it takes
     * @param <U> the second it takes
     * @param consumer the consumer
     * @return the same, under this context
     */
    public <T extends @Nullable Object, U extends @Nullable Object> BiConsumer<T, U> wrapBiConsumer(
            BiConsumer<T, U> consumer) {
        Objects.requireNonNull(consumer, "consumer");
        return (first, second) -> {
            try (ContextSwitch own = open()) {
                consumer.accept(first, second);
            }
        };
    }
}
