package io.pixsim.logging.encode;

import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Stack frames that were written before, as JSON: a service fails in few places, again and again. Bounded; a frame gives
 * way to another that falls on its place. Safe for use by many threads: entries are immutable, and one that is lost is
 * made again.
 */
final class FrameCache {

    private static final int PLACES = 1024;

    private final @Nullable KnownFrame[] frames = new KnownFrame[PLACES];

    private final ConcurrentHashMap<String, Integer> typeHashes = new ConcurrentHashMap<>();

    KnownFrame known(StackTraceElement frame) {
        int place = place(frame);
        KnownFrame known = frames[place];
        if (known == null || !known.isOf(frame)) {
            known = KnownFrame.of(frame);
            if (!known.isCut()) {
                frames[place] = known;
            }
        }
        return known;
    }

    /** The same for one class name, whatever number it was given in this process. */
    int typeHash(String className) {
        Integer known = typeHashes.get(className);
        if (known != null) {
            return known;
        }
        int hash = KnownFrame.stableHash(className);
        if (typeHashes.size() < PLACES) {
            typeHashes.put(className, hash);
        }
        return hash;
    }

    private static int place(StackTraceElement frame) {
        int hash = 31 * frame.getClassName().hashCode() + frame.getMethodName().hashCode();
        hash = 31 * hash + frame.getLineNumber();
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
}
