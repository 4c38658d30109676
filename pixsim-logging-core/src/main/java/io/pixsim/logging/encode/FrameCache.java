package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/**
 * Stack frames and classes of throwables that were written before, as JSON: a service fails in few places, again and
 * again. Bounded; one gives way to another that falls on its place. Safe for use by many threads: entries are immutable,
 * and one that is lost is made again.
 */
final class FrameCache {

    private static final int FRAMES = 1024;
    private static final int TRACES = 128;
    private static final int TYPES = 64;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_FRAME = 1024;
    private static final int LONGEST_TRACE = 64;
    private static final int LARGEST_TRACE = 8 * 1024;

    private final @Nullable KnownFrame[] frames = new KnownFrame[FRAMES];
    private final @Nullable KnownTrace[] traces = new KnownTrace[TRACES];
    private final long[] seenOnce = new long[TRACES];
    private final @Nullable KnownType[] types = new KnownType[TYPES];

    KnownFrame known(StackTraceElement frame) {
        int place = hash(frame) & (FRAMES - 1);
        KnownFrame known = frames[place];
        if (known == null || !known.isOf(frame)) {
            known = KnownFrame.of(frame);
            frames[place] = known.line().length <= LONGEST_FRAME ? known : null;
        }
        return known;
    }

    KnownType known(String className) {
        int place = spread(className.hashCode()) & (TYPES - 1);
        KnownType known = types[place];
        if (known == null || !known.name().equals(className)) {
            known = new KnownType(className);
            types[place] = className.length() <= LONGEST_NAME ? known : null;
        }
        return known;
    }

    /** What is known of the first frames of a failure, all together; null when that is nothing. */
    @Nullable
    KnownTrace known(Failure failure, int count) {
        if (count < 2 || count > LONGEST_TRACE) {
            return null;
        }
        KnownTrace known = traces[place(failure, count)];
        return known != null && known.isOf(failure, count) ? known : null;
    }

    /** Keeps what was written for the first frames of a failure, when it is the second time. */
    void remember(Failure failure, int count, JsonWriter out, int start, long hash) {
        if (count < 2 || count > LONGEST_TRACE || out.size() - start > LARGEST_TRACE) {
            return;
        }
        int place = place(failure, count);
        if (seenOnce[place] != hash) {
            seenOnce[place] = hash;
            return;
        }
        KnownFrame[] all = new KnownFrame[count];
        for (int i = 0; i < count; i++) {
            all[i] = known(failure.frame(i));
        }
        traces[place] = new KnownTrace(all, out.copy(start), hash);
    }

    private static int place(Failure failure, int count) {
        return (hash(failure.frame(0)) + 31 * count) & (TRACES - 1);
    }

    private static int hash(StackTraceElement frame) {
        int hash = 31 * frame.getClassName().hashCode() + frame.getMethodName().hashCode();
        return spread(31 * hash + frame.getLineNumber());
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
