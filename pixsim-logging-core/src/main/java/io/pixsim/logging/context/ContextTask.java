package io.pixsim.logging.context;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A task with a result that serves as a {@link Callable} and as a {@link Supplier}: what {@link
 * LogContext#wrap(ContextTask)} makes of a lambda goes to {@code ExecutorService.submit} and to {@code
 * CompletableFuture.supplyAsync} alike.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface ContextTask<T extends @Nullable Object> extends Callable<T>, Supplier<T> {

    @Override
    T call() throws Exception;

    /**
     * Runs the task where no checked exception may be thrown.
     *
     * @return the result
     * @throws CompletionException around a checked exception of the task; others are thrown as they are
     */
    @Override
    @SuppressWarnings("FunctionalInterfaceMethodChanged") // the same task, told apart by what it may throw
    default T get() {
        try {
            return call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
