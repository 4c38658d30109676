package io.pixsim.logging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Times a stage and logs it once, at its end: with {@code duration_ms} and whatever fields were put meanwhile; at level
 * info, or, when the stage failed, at level error with the exception, from which {@code error} and {@code error_type}
 * follow.
 *
 * <pre>{@code
 * StageTimer.run(log, PROVIDER_SUBMIT, s -> {
 *     long id = provider.submit(request);
 *     s.put(SUBMISSION_ID.of(id));
 * });
 * }</pre>
 *
 * What the block throws goes on to the caller unchanged. Where a lambda does not serve, a scope does; it has to be told of
 * a failure:
 *
 * <pre>{@code
 * try (var timer = StageTimer.start(log, PROVIDER_SUBMIT)) {
 *     try {
 *         provider.submit(request);
 *     } catch (IOException e) {
 *         timer.failed(e);
 *         throw e;
 *     }
 * }
 * }</pre>
 *
 * The message is the stage's name unless given; a message's <code>{}</code> are filled with the fields that were put, in
 * the order in which they came. A failed stage's message is its name and {@code failed}. Nothing here throws by itself,
 * but for null arguments. For one thread.
 */
public final class StageTimer implements AutoCloseable {

    private final Logger log;
    private final Stage stage;
    private final String message;
    private final LongSupplier nanoTime;
    private final long start;
    private final Map<Field, FieldValue> fields = new LinkedHashMap<>();
    private @Nullable Throwable failure;
    private boolean closed;

    StageTimer(Logger log, Stage stage, String message, LongSupplier nanoTime) {
        this.log = Objects.requireNonNull(log, "log");
        this.stage = Objects.requireNonNull(stage, "stage");
        this.message = Objects.requireNonNull(message, "message");
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /**
     * Runs a block as a stage.
     *
     * @param <E> what the block throws
     * @param log what the stage is logged through
     * @param stage the stage
     * @param block the block; it is handed the timer, to put fields
     * @throws E what the block threw, unchanged
     */
    public static <E extends Exception> void run(Logger log, Stage stage, Block<E> block) throws E {
        run(log, stage, stage.getName(), block);
    }

    /**
     * Runs a block as a stage.
     *
     * @param <E> what the block throws
     * @param log what the stage is logged through
     * @param stage the stage
     * @param message the message when it succeeds
     * @param block the block; it is handed the timer, to put fields
     * @throws E what the block threw, unchanged
     */
    public static <E extends Exception> void run(Logger log, Stage stage, String message, Block<E> block) throws E {
        call(log, stage, message, timer -> {
            block.run(timer);
            return stage;
        });
    }

    /**
     * Runs a block that has a result as a stage. Not called {@code run}: a lambda such as {@code s -> submit(request)} fits
     * both kinds of block, and the compiler would not choose.
     *
     * @param <T> the result
     * @param <E> what the block throws
     * @param log what the stage is logged through
     * @param stage the stage
     * @param block the block; it is handed the timer, to put fields
     * @return what the block returned
     * @throws E what the block threw, unchanged
     */
    public static <T extends @Nullable Object, E extends Exception> T call(
            Logger log, Stage stage, ResultBlock<T, E> block) throws E {
        return call(log, stage, stage.getName(), block);
    }

    /**
     * Runs a block that has a result as a stage.
     *
     * @param <T> the result
     * @param <E> what the block throws
     * @param log what the stage is logged through
     * @param stage the stage
     * @param message the message when it succeeds
     * @param block the block; it is handed the timer, to put fields
     * @return what the block returned
     * @throws E what the block threw, unchanged
     */
    public static <T extends @Nullable Object, E extends Exception> T call(
            Logger log, Stage stage, String message, ResultBlock<T, E> block) throws E {
        try (StageTimer timer = start(log, stage, message)) {
            try {
                return block.run(timer);
            } catch (Throwable e) { // told, and thrown on as it is
                timer.failed(e);
                throw e;
            }
        }
    }

    /**
     * Begins a stage that ends when the timer is closed.
     *
     * @param log what the stage is logged through
     * @param stage the stage
     * @return the timer to close
     */
    public static StageTimer start(Logger log, Stage stage) {
        return start(log, stage, stage.getName());
    }

    /**
     * Begins a stage that ends when the timer is closed.
     *
     * @param log what the stage is logged through
     * @param stage the stage
     * @param message the message when it succeeds
     * @return the timer to close
     */
    public static StageTimer start(Logger log, Stage stage, String message) {
        return new StageTimer(log, stage, message, TestScope.currentNanoClock());
    }

    /**
     * Adds a field to the event at the end. A second value of a field replaces the first.
     *
     * @param value the field and its value
     * @return this
     */
    public StageTimer put(FieldValue value) {
        fields.put(value.field(), value);
        return this;
    }

    /**
     * Tells that the stage failed. The first failure counts.
     *
     * @param failure what was thrown
     */
    public void failed(Throwable failure) {
        if (this.failure == null) {
            this.failure = failure;
        }
    }

    /** Ends the stage and logs it. Closing again does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Duration duration = Duration.ofNanos(nanoTime.getAsLong() - start);
        try {
            log(duration);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // a logger's filter or appender; the block's own outcome matters more
            Diagnostics.shared()
                    .trouble("the end of stage " + stage + " could not be logged: "
                            + e.getClass().getName());
        }
    }

    private void log(Duration duration) {
        Throwable thrown = failure;
        LoggingEventBuilder event =
                thrown == null ? log.atInfo() : log.atError().setCause(thrown);
        event = event.addMarker(stage);
        for (FieldValue value : fields.values()) {
            event = event.addArgument(value);
        }
        if (!fields.containsKey(Fields.DURATION_MS)) {
            FieldValue measured = Fields.DURATION_MS.of(duration);
            event = event.addKeyValue(measured.field().name(), measured.value());
        }
        event.log(thrown == null ? message : stage + " failed");
    }

    /**
     * What happens in a stage.
     *
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface Block<E extends Exception> {

        /**
         * Does it.
         *
         * @param timer takes fields
         * @throws E when it fails
         */
        void run(StageTimer timer) throws E;
    }

    /**
     * What happens in a stage and comes out of it.
     *
     * @param <T> the result
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface ResultBlock<T extends @Nullable Object, E extends Exception> {

        /**
         * Does it.
         *
         * @param timer takes fields
         * @return the result
         * @throws E when it fails
         */
        T run(StageTimer timer) throws E;
    }
}
