package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/**
 * Stack frames that were written before, as JSON: a service fails in few places, again and again. Bounded; a frame gives
 * way to another that falls on its place. Safe for use by many threads: entries are immutable, and one that is lost is
 * made again.
 */
final class FrameCache {

    private static final int PLACES = 1024;

    private final @Nullable Entry[] entries = new Entry[PLACES];

    byte[] json(StackTraceElement frame) {
        int place = place(frame);
        Entry entry = entries[place];
        if (entry == null || !entry.frame.equals(frame)) {
            entry = Entry.of(frame);
            entries[place] = entry;
        }
        return entry.json;
    }

    private static int place(StackTraceElement frame) {
        int hash = 31 * frame.getClassName().hashCode() + frame.getMethodName().hashCode();
        hash = 31 * hash + frame.getLineNumber();
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }

    private static final class Entry {

        private final StackTraceElement frame;
        private final byte[] json;

        private Entry(StackTraceElement frame, byte[] json) {
            this.frame = frame;
            this.json = json;
        }

        static Entry of(StackTraceElement frame) {
            JsonWriter out = new JsonWriter(128);
            String text = "at " + frame;
            out.text(text, 0, text.length());
            return new Entry(frame, out.toByteArray());
        }
    }
}
