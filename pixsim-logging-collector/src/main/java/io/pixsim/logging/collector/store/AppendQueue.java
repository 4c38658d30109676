package io.pixsim.logging.collector.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * What waits to be stored, bounded in entries and in characters; what the writer has in hand counts until it is done. Full:
 * {@link #offer} says no. Empty: {@link #take} waits. Closed: {@link #offer} says no, {@link #take} gives what is left and
 * then nothing.
 */
public final class AppendQueue {

    private static final int MAX_GROUP_ENTRIES = 5_000;

    private final int maxEntries;
    private final long maxSize;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int entries;
    private long size;
    private boolean closed;

    /** A queue that holds so many entries, of so many characters together. */
    public AppendQueue(int maxEntries, long maxSize) {
        this.maxEntries = maxEntries;
        this.maxSize = maxSize;
    }

    /** A request that waits, and whom to tell. */
    public record Waiting(Append append, long size, CompletableFuture<Appended> answer) {

        /** A request that nobody has told anything yet. */
        public static Waiting of(Append append) {
            return new Waiting(append, append.size(), new CompletableFuture<>());
        }

        /** How many entries it has. */
        public int entries() {
            return append.entries().size();
        }
    }

    /** Adds a request; one that is too large for any queue is let in when nothing else waits. */
    public synchronized boolean offer(Waiting request) {
        boolean full = entries + request.entries() > maxEntries || size + request.size() > maxSize;
        if (closed || (full && entries > 0)) {
            return false;
        }
        waiting.add(request);
        entries += request.entries();
        size += request.size();
        notifyAll();
        return true;
    }

    /** Takes what can be committed together; empty when closed and nothing is left. */
    public synchronized List<Waiting> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<Waiting> group = new ArrayList<>();
        int taken = 0;
        while (!waiting.isEmpty() && (group.isEmpty() || taken + waiting.peek().entries() <= MAX_GROUP_ENTRIES)) {
            Waiting request = waiting.remove();
            group.add(request);
            taken += request.entries();
        }
        return group;
    }

    /** Makes room again. */
    public synchronized void done(List<Waiting> group) {
        for (Waiting request : group) {
            entries -= request.entries();
            size -= request.size();
        }
    }

    /** Takes nothing more. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** How many entries wait or are being written. */
    public synchronized int entries() {
        return entries;
    }
}
