package io.pixsim.logging.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The last events of one job, within so many bytes. Guarded by its owner. */
final class JobRing {

    /** About what a ring takes that holds nothing. */
    static final int OVERHEAD = 256;

    private final long most;
    private final ArrayDeque<RecordedEvent> events = new ArrayDeque<>();
    private long held;
    private long missed;
    private boolean failed;
    private long lastAt;

    JobRing(long mostBytes) {
        this.most = mostBytes;
    }

    /** Takes an event; older ones give way. Gives how many had no room, this one included when it is too large. */
    int add(RecordedEvent event, long now) {
        lastAt = now;
        if (event.heldBytes() > most) {
            missed++;
            return 1;
        }
        int displaced = 0;
        while (held + event.heldBytes() > most) {
            dropOldest();
            displaced++;
        }
        events.addLast(event);
        held += event.heldBytes();
        return displaced;
    }

    void dropOldest() {
        held -= events.removeFirst().heldBytes();
        missed++;
    }

    /** What it holds, oldest first; it is empty then. */
    Content take() {
        Content content = new Content(new ArrayList<>(events), missed);
        events.clear();
        held = 0;
        missed = 0;
        return content;
    }

    /** The job has had an error. */
    void fail(long now) {
        failed = true;
        lastAt = now;
    }

    boolean hasFailed() {
        return failed;
    }

    int size() {
        return events.size();
    }

    long heldBytes() {
        return held;
    }

    long lastAt() {
        return lastAt;
    }

    /**
     * What a ring held.
     *
     * @param events oldest first
     * @param missed how many before them had no room
     */
    record Content(List<RecordedEvent> events, long missed) {

        static final Content NOTHING = new Content(List.of(), 0);
    }
}
