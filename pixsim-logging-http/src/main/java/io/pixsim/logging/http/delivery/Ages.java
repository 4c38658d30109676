package io.pixsim.logging.http.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How long the oldest event has waited, without a time for each: now and then it is noted how many had been admitted, so
 * the answer is right to about a second. Safe for use by several threads.
 */
final class Ages {

    static final long STEP = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST = 64;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private long step = STEP;

    /** So many were admitted by now, and all before that number are settled. */
    synchronized void note(long admitted, long settledUpTo, long now) {
        while (marks.size() > 1 && secondAt() <= settledUpTo) {
            marks.remove();
        }
        if (settledUpTo == admitted) {
            marks.clear();
            step = STEP;
        }
        if (marks.isEmpty() || now - marks.getLast().at >= step) {
            if (marks.size() == MOST) {
                thinOut();
            }
            marks.add(new Mark(admitted, now));
        }
    }

    /** Nothing waited until now. */
    synchronized void begin(long settledUpTo, long now) {
        marks.clear();
        step = STEP;
        marks.add(new Mark(settledUpTo, now));
    }

    private long secondAt() {
        return marks.stream().skip(1).findFirst().map(Mark::admitted).orElse(Long.MAX_VALUE);
    }

    /** Every other one, but never the first, and notes come half as often: the longer the wait, the less a second matters. */
    private void thinOut() {
        step *= 2;
        Deque<Mark> kept = new ArrayDeque<>();
        int index = 0;
        for (Mark mark : marks) {
            if (index++ % 2 == 0) {
                kept.add(mark);
            }
        }
        marks.clear();
        marks.addAll(kept);
    }

    /** Nanoseconds; zero when nothing waits. */
    synchronized long oldest(long admitted, long settledUpTo, long now) {
        if (settledUpTo >= admitted || marks.isEmpty()) {
            return 0;
        }
        long since = marks.element().at;
        for (Mark mark : marks) {
            if (mark.admitted <= settledUpTo) {
                since = mark.at;
            }
        }
        return Math.max(0, now - since);
    }

    private record Mark(long admitted, long at) {}
}
