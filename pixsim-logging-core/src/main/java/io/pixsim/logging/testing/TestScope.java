package io.pixsim.logging.testing;

import java.time.InstantSource;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A test, as far as the library has to know of one: which threads work for it, and what time it is on them. A thread works
 * for the test of the thread that began it, unless it is one of a fork-join pool, and for the one whose context it was
 * handed. In a program there are no tests, and to find that out costs the read of one field.
 */
public abstract class TestScope {

    private static final InheritableThreadLocal<@Nullable Mark> CURRENT = new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Mark childValue(@Nullable Mark ofParent) {
            return ofParent == null ? null : new Mark(ofParent.scope(), true);
        }
    };
    private static volatile boolean tested;

    /** A test that no thread works for yet. */
    protected TestScope() {}

    /**
     * The test that the current thread works for.
     *
     * @return the test; null when there is none
     */
    public static @Nullable TestScope current() {
        Mark mark = tested ? CURRENT.get() : null;
        return mark == null || (mark.inherited() && isOfForkJoinPool()) ? null : mark.scope();
    }

    /** These are begun by whoever has need of one, and then work for all; JUnit's own are among them. */
    private static boolean isOfForkJoinPool() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread;
    }

    /**
     * Has the current thread, and those that it begins, work for a test from now on.
     *
     * @param scope the test; null for none
     */
    public static void show(@Nullable TestScope scope) {
        if (scope != null) {
            tested = true;
            CURRENT.set(new Mark(scope, false));
        } else if (tested) {
            CURRENT.remove();
        }
    }

    /**
     * Tells how much time has passed, as the current thread has it. For who measures from now on: whatever thread that ends
     * on, it is the same clock.
     *
     * @return the clock of the test, else the system's
     */
    public static LongSupplier currentNanoClock() {
        TestScope scope = current();
        return scope == null ? System::nanoTime : scope.nanoClock();
    }

    /**
     * Tells what time it is, as the current thread has it.
     *
     * @return the clock of the test, else the system's
     */
    public static InstantSource currentClock() {
        TestScope scope = current();
        return scope == null ? InstantSource.system() : scope.clock();
    }

    /**
     * Whether the time of the current thread's test moves only when the test says so: who sleeps has to look often.
     *
     * @return false where there is no test
     */
    public static boolean isTimeManual() {
        TestScope scope = current();
        return scope != null && scope.hasManualTime();
    }

    /**
     * Tells how much time has passed in this test.
     *
     * @return like {@link System#nanoTime()}
     */
    public abstract LongSupplier nanoClock();

    /**
     * Tells what time it is in this test.
     *
     * @return the clock
     */
    public abstract InstantSource clock();

    /**
     * Whether the time moves only when the test says so.
     *
     * @return true when it does not pass by itself
     */
    public abstract boolean hasManualTime();

    private record Mark(TestScope scope, boolean inherited) {}
}
