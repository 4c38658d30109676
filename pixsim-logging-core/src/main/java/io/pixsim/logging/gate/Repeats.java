package io.pixsim.logging.gate;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Events of one job and stage that are held back one after another and that say the same: they change nothing but their
 * number, so they are counted without the job's lock. Opened and closed inside that lock; asked by many threads outside it.
 */
final class Repeats {

    private static final long ONE_RUN = 1L << Integer.SIZE;

    /** Which run it is, and below that how many more events it takes: a run can't be taken for another one. */
    private final AtomicLong state = new AtomicLong();

    private @Nullable String stage; // this and the event change only while no event is taken
    private @Nullable Snapshot event;
    private int room; // guarded by the job

    /** Begins a run of events like this one, or of all events when there is none; takes so many at the most. */
    void open(String ofStage, @Nullable Snapshot like, int events) {
        if (!ofStage.equals(stage)) { // to store a reference costs the collector's barrier
            stage = ofStage;
        }
        if (event != like) {
            event = like;
        }
        room = events;
        state.set((state.get() & -ONE_RUN) + ONE_RUN + events);
    }

    /** Whether the event is one more of the run, and counted; if not, the job has to decide. */
    boolean take(String ofStage, Call call) {
        for (long now = state.get(); (int) now > 0; now = state.get()) {
            Snapshot like = event;
            if (!ofStage.equals(stage) || (like != null && !call.says(like))) {
                return false;
            }
            if (state.compareAndSet(now, now - 1)) { // fails when stage or event were those of another run
                return true;
            }
        }
        return false;
    }

    /** Ends the run; gives how many events it took. */
    int close() {
        if (room == 0) {
            return 0;
        }
        int taken = room - (int) state.getAndUpdate(before -> before & -ONE_RUN);
        room = 0;
        return taken;
    }
}
