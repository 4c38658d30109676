package io.pixsim.logging.http.delivery;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.spool.Chunk;
import io.pixsim.logging.http.spool.Position;
import io.pixsim.logging.http.spool.Spool;
import io.pixsim.logging.http.spool.SpoolSettings;
import org.jspecify.annotations.Nullable;

/**
 * The spool, and what becomes of it when the disk fails: then events stay in memory, somebody is told, and every few
 * seconds it is tried again. Without settings there is none, and it never works.
 */
final class Disk {

    private static final long TRY_AGAIN = TimeUnit.SECONDS.toNanos(2);
    private static final long TEND = TimeUnit.SECONDS.toNanos(2);

    private final @Nullable SpoolSettings settings;
    private final String origin;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Reporter reporter;
    private volatile @Nullable Spool spool;
    private volatile boolean works;
    private long failedAt;
    private long tendedAt;
    private final CountDownLatch tended = new CountDownLatch(1);

    Disk(@Nullable SpoolSettings settings, String origin, Ledger ledger, InstantSource clock, Reporter reporter) {
        this.settings = settings;
        this.origin = origin;
        this.ledger = ledger;
        this.clock = clock;
        this.reporter = reporter;
    }

    boolean isWanted() {
        return settings != null;
    }

    /** Whether events go to disk now. */
    boolean works() {
        return works;
    }

    /** Opens it, or tries it again, when it is time. For the thread that writes. */
    void open(long now) {
        if (works || settings == null || (failedAt != 0 && now - failedAt < TRY_AGAIN)) {
            return;
        }
        try {
            if (spool == null) {
                spool = new Spool(settings, origin, clock);
            }
            works = true;
        } catch (IOException | RuntimeException e) {
            failed(e, now);
        }
    }

    /** Whether the events are on disk now. For the thread that writes. */
    boolean append(Batch batch, long now) {
        Spool open = spool;
        if (open == null || !works) {
            return false;
        }
        try {
            open.append(batch.numbers(), batch.events());
            if (failedAt != 0) {
                failedAt = 0;
                Diagnostics.shared().trouble("the spool can be written again");
            }
            return true;
        } catch (IOException | RuntimeException e) {
            open.abandonSegment();
            failed(e, now);
            return false;
        }
    }

    private void failed(Exception e, long now) {
        boolean told = failedAt != 0;
        works = false;
        failedAt = now == 0 ? 1 : now;
        String problem = "the spool" + where() + " can't be written ("
                + e.getClass().getSimpleName() + "); log events are kept in memory alone until it can";
        Diagnostics.shared().trouble(problem);
        if (!told) {
            reporter.warn(problem);
        }
    }

    private String where() {
        return settings == null ? "" : " in " + settings.folder();
    }

    /** Looks after the folder when it is time: bounds, and what ended processes have left. For one thread. */
    void tend(long now) {
        Spool open = spool;
        if (open == null || (tended.getCount() == 0 && now - tendedAt < TEND)) {
            return;
        }
        tendedAt = now;
        try {
            tend(() -> open.adopt(ledger::adopted));
            tend(() -> open.dropBeyondAge(events -> lost(DropReason.EXPIRED, events)));
            tend(() -> open.dropBeyondBytes(events -> lost(DropReason.SPOOL_FULL, events)));
        } finally {
            tended.countDown();
        }
    }

    /** One that fails must not keep the others from being done. */
    private static void tend(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            Diagnostics.shared()
                    .trouble("the spool's folder can't be looked after: "
                            + e.getClass().getName());
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Whether it has been looked after once, so that leftovers are known, within the time. */
    boolean awaitTended(long nanos) throws InterruptedException {
        return tended.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Null when nothing is to be read. For the thread that sends. */
    @Nullable
    Chunk read(BatchLimits limits) {
        Spool open = spool;
        if (open == null) {
            return null;
        }
        try {
            return open.read(limits.events(), limits.bytes());
        } catch (IOException | RuntimeException e) {
            open.skipUnreadable();
            Diagnostics.shared()
                    .trouble("a segment of the spool can't be read: "
                            + e.getClass().getName());
            return null;
        } finally {
            lost(DropReason.DAMAGED, open.takeDamaged());
        }
    }

    private void lost(DropReason reason, long events) {
        if (events > 0) {
            ledger.lostFromSpool(reason, events);
        }
    }

    /** For the thread that sends. */
    void acknowledge(String who, Position upTo) {
        Spool open = spool;
        if (open == null) {
            return;
        }
        try {
            open.acknowledge(who, upTo);
        } catch (IOException | RuntimeException e) {
            Diagnostics.shared()
                    .trouble("delivered events can't be struck off the spool ("
                            + e.getClass().getSimpleName() + "); they may be sent again after a restart");
        }
    }

    void sync() {
        Spool open = spool;
        if (open == null) {
            return;
        }
        try {
            open.sync();
        } catch (IOException e) {
            Diagnostics.shared()
                    .trouble("the spool can't be synced: " + e.getClass().getName());
        }
    }

    long unread() {
        Spool open = spool;
        return open == null ? 0 : open.unread();
    }

    boolean holdsAdopted() {
        Spool open = spool;
        return open != null && open.holdsAdopted();
    }

    long nextOwnNumber() {
        Spool open = spool;
        return open == null ? Long.MAX_VALUE : open.nextOwnNumber();
    }

    void close() {
        Spool open = spool;
        works = false;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException | RuntimeException e) {
            Diagnostics.shared()
                    .trouble("the spool could not be closed: " + e.getClass().getName());
        }
    }
}
