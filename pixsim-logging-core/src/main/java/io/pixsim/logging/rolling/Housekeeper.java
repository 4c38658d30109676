package io.pixsim.logging.rolling;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.LibraryThread;
import org.jspecify.annotations.Nullable;

/**
 * Has the house kept: at the start, a while after each rotation, and once an hour; on a thread of its own that ends when it
 * is done, since packing takes its time. Called on the writer's thread.
 */
public final class Housekeeper {

    private static final long AFTER_ROTATION =
            Housekeeping.STILL_IN_USE.plusSeconds(1).toNanos();
    private static final long HOURLY = TimeUnit.HOURS.toNanos(1);

    private final Runnable work;
    private final LongSupplier nanoClock;
    private long dueAt;
    private @Nullable Thread running;

    /**
     * A housekeeper who begins at the first tick.
     *
     * @param work what is to be done; throws nothing
     * @param nanoClock tells how much time has passed
     */
    public Housekeeper(Runnable work, LongSupplier nanoClock) {
        this.work = work;
        this.nanoClock = nanoClock;
        this.dueAt = nanoClock.getAsLong();
    }

    Housekeeper(Housekeeping work, LongSupplier nanoClock) {
        this(work::run, nanoClock);
    }

    /** Tells that a file was rotated. */
    void ring() {
        dueAt = Math.min(dueAt - nanoClock.getAsLong(), AFTER_ROTATION) + nanoClock.getAsLong();
    }

    /** Begins, if it is time. */
    public void tick() {
        long now = nanoClock.getAsLong();
        Thread last = running;
        if (now - dueAt < 0 || (last != null && last.isAlive())) {
            return;
        }
        dueAt = now + HOURLY;
        Thread next = new LibraryThread("files", this::keep);
        running = next;
        next.start();
    }

    private void keep() {
        try {
            work.run();
        } catch (SecurityException e) { // a host that lets files be written, and not looked after
            Diagnostics.shared().setting("old files are not looked after, which is not permitted: " + e);
        }
    }

    /** Ends; what it is at is finished at the next start. */
    public void close() {
        Thread last = running;
        if (last != null) {
            last.interrupt();
        }
    }
}
