package io.pixsim.logging.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.TextField;
import io.pixsim.logging.context.LogContext.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

/**
 * Random trees of scopes and tasks over executors of all kinds: each place sees what is bound on the way from the root to
 * it, and no thread keeps any of it. The seed of a failure is the name of the failed case.
 */
class ContextTreePropertyTest {

    private static final List<TextField> FIELDS =
            List.of(Field.text("a", ""), Field.text("b", ""), Field.text("c", ""), Field.text("d", ""));
    private static final int MAX_DEPTH = 5;
    private static final int POOLED = 3;

    private static final ExecutorService POOL = Executors.newFixedThreadPool(POOLED);
    private static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(POOLED);
    private static final List<Executor> EXECUTORS = List.of(
            LogContext.wrap(POOL),
            LogContext.wrap(ForkJoinPool.commonPool()),
            LogContext.wrap((Executor) Runnable::run),
            task -> POOL.execute(LogContext.wrap(task)),
            task -> new Thread(LogContext.wrap(task)).start(),
            ContextTreePropertyTest::schedule,
            ContextTreePropertyTest::runAsync,
            LogContext.wrap(virtualThreads()));

    @SuppressWarnings("FutureReturnValueIgnored") // whoever hands the task over waits for what it completes
    private static void schedule(Runnable task) {
        LogContext.wrap(SCHEDULED).schedule(task, 1, TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void runAsync(Runnable task) {
        CompletableFuture.runAsync(LogContext.wrap(task));
    }

    /** Where the JDK has them; else one more pool. */
    private static ExecutorService virtualThreads() {
        try {
            return ContextExecutorTest.newVirtualThreads();
        } catch (ReflectiveOperationException e) { // JDK 17
            return POOL;
        }
    }

    @BeforeEach
    @AfterEach
    void clear() {
        MDC.clear();
    }

    @AfterAll
    static void stop() {
        POOL.shutdownNow();
        SCHEDULED.shutdownNow();
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 100), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachPlaceSeesWhatIsBoundAboveItAndNoThreadKeepsIt(long seed) throws Exception {
        tree(seed, Map.of(), 0).get(1, TimeUnit.MINUTES);

        assertThat(mdc()).isEmpty();
        assertThat(contextsOf(POOL)).containsOnly(Map.of());
        assertThat(contextsOf(SCHEDULED)).containsOnly(Map.of());
    }

    /** Visits a node on the current thread; its tasks may end later. */
    private static CompletableFuture<Void> tree(long seed, Map<String, String> expected, int depth) {
        Random random = new Random(seed);
        assertThat(mdc()).isEqualTo(expected);
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        for (int children = depth == MAX_DEPTH ? 0 : random.nextInt(4); children > 0; children--) {
            FieldValue[] values = values(random);
            try (Scope scope = LogContext.with(values)) {
                tasks.add(child(random, with(expected, values), depth + 1));
            }
            assertThat(mdc()).isEqualTo(expected);
        }
        if (random.nextInt(5) == 0 && depth > 0) {
            LogContext.with(values(random)); // forgotten
            MDC.put("a", "careless");
        }
        return CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> child(Random random, Map<String, String> expected, int depth) {
        long seed = random.nextLong();
        Executor executor = EXECUTORS.get(random.nextInt(EXECUTORS.size()));
        return CompletableFuture.completedFuture(seed).thenComposeAsync(own -> tree(own, expected, depth), executor);
    }

    private static FieldValue[] values(Random random) {
        FieldValue[] values = new FieldValue[random.nextInt(3)];
        for (int i = 0; i < values.length; i++) {
            values[i] = FIELDS.get(random.nextInt(FIELDS.size()))
                    .of(random.nextInt(4) == 0 ? null : "v" + random.nextInt(1_000));
        }
        return values;
    }

    private static Map<String, String> with(Map<String, String> outer, FieldValue[] values) {
        Map<String, String> bound = new HashMap<>(outer);
        for (FieldValue value : values) {
            if (value.value() == null) {
                bound.remove(value.field().name());
            } else {
                bound.put(value.field().name(), (String) value.value());
            }
        }
        return Map.copyOf(bound);
    }

    /** One probe for each thread of the pool: none returns until all have come. */
    private static List<Map<String, String>> contextsOf(ExecutorService pool) throws Exception {
        CyclicBarrier all = new CyclicBarrier(POOLED);
        Callable<Map<String, String>> probe = () -> {
            all.await(1, TimeUnit.MINUTES);
            return mdc();
        };
        List<Map<String, String>> contexts = new ArrayList<>();
        for (Future<Map<String, String>> context : pool.invokeAll(Collections.nCopies(POOLED, probe))) {
            contexts.add(context.get());
        }
        return contexts;
    }

    private static Map<String, String> mdc() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }
}
