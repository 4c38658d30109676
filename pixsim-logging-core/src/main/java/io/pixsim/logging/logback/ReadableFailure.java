package io.pixsim.logging.logback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.jspecify.annotations.Nullable;

/** A throwable that may throw when it is read, as far as it can be read; of many causes the first and the root. */
final class ReadableFailure extends ThrowableProxy {

    /** Logback reads causes within causes; some thousand overflow the stack. */
    private static final int MOST_CAUSES = 100;

    /** Each cause may make one more; the root is not found in what has no end. */
    private static final int MOST_CAUSES_READ = 50_000;

    /** A throwable may log itself while it is read, which reads it again. */
    private static final int MOST_NESTED = 8;

    private static final int DEPTH = 0;
    private static final int BEGUN = 1;

    /** How deep a thread reads; how often it began. Of no class of this library, which a thread that outlives it would hold. */
    private static final ThreadLocal<int[]> READING = ThreadLocal.withInitial(() -> new int[2]);

    private final String className;
    private final @Nullable String message;
    private final StackTraceElementProxy[] frames;
    private final @Nullable ReadableFailure cause;

    ReadableFailure(Throwable failure) {
        this(failure, causes(failure), 1);
    }

    private ReadableFailure(Throwable failure, List<Throwable> causes, int next) {
        super(new Placeholder());
        className = failure.getClass().getName();
        message = message(failure);
        StackTraceElement[] elements = read(failure, Throwable::getStackTrace);
        frames = proxies(elements == null ? new StackTraceElement[0] : elements);
        cause = next < causes.size() ? new ReadableFailure(causes.get(next), causes, next + 1) : null;
    }

    /** Whether Logback can read a throwable without harm, or there is none. What logs another one meanwhile may have no end. */
    static boolean isSafe(@Nullable Throwable failure) {
        if (failure == null) {
            return true;
        }
        int[] reading = READING.get();
        int begun = ++reading[BEGUN];
        if (reading[DEPTH] > 0) {
            return false;
        }
        reading[DEPTH]++;
        try {
            return isSafe(failure, Collections.newSetFromMap(new IdentityHashMap<>())) && reading[BEGUN] == begun;
        } catch (Throwable e) { // the throwable's own code
            return false;
        } finally {
            reading[DEPTH]--;
        }
    }

    private static boolean isSafe(Throwable failure, Set<Throwable> seen) {
        for (@Nullable Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            String ignored = each.getMessage();
            // Logback compares what toString says with the message.
            ignored = each.toString();
            if (seen.size() > MOST_CAUSES || each.getStackTrace() == null) {
                return false;
            }
            for (Throwable suppressed : each.getSuppressed()) {
                if (!isSafe(suppressed, seen)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public String getClassName() {
        return className;
    }

    @Override
    public @Nullable String getMessage() {
        return message;
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return frames;
    }

    @Override
    public int getCommonFrames() {
        return 0;
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return cause;
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return new IThrowableProxy[0];
    }

    /** The failure and its causes; where there are too many, the failure itself and the last ones. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable each = failure;
                each != null && seen.size() < MOST_CAUSES_READ && seen.add(each);
                each = read(each, Throwable::getCause)) {
            if (causes.size() == MOST_CAUSES / 2) {
                causes.remove(1);
            }
            causes.add(each);
        }
        return causes;
    }

    private static @Nullable String message(Throwable failure) {
        return read(
                failure,
                Throwable::getMessage,
                what -> "[" + failure.getClass().getName() + ".getMessage " + what + "]");
    }

    private static <T> @Nullable T read(Throwable failure, Function<Throwable, @Nullable T> part) {
        return read(failure, part, what -> null);
    }

    private static <T> @Nullable T read(
            Throwable failure, Function<Throwable, @Nullable T> part, Function<String, @Nullable T> otherwise) {
        int[] reading = READING.get();
        if (reading[DEPTH] >= MOST_NESTED) {
            return otherwise.apply("logs without end");
        }
        reading[DEPTH]++;
        try {
            return part.apply(failure);
        } catch (Throwable e) { // the throwable's own code
            return otherwise.apply("threw " + e.getClass().getName());
        } finally {
            reading[DEPTH]--;
        }
    }

    private static StackTraceElementProxy[] proxies(StackTraceElement[] elements) {
        StackTraceElementProxy[] proxies = new StackTraceElementProxy[elements.length];
        for (int i = 0; i < elements.length; i++) {
            proxies[i] = new StackTraceElementProxy(elements[i]);
        }
        return proxies;
    }

    /** What Logback's own constructor reads instead. */
    private static final class Placeholder extends Exception {
        private static final long serialVersionUID = 1;

        Placeholder() {
            super(null, null, false, false);
        }
    }
}
