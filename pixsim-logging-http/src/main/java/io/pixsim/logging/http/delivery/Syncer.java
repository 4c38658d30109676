package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The thread that waits for the disk, so that nobody else has to: once a second, what was written is synced, and every two
 * seconds the folder is looked after.
 */
final class Syncer implements Runnable {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Disk disk;
    private final Ledger ledger;
    private final Doorbell doorbell;
    private final Doorbell sender;
    private final LongSupplier clock;

    Syncer(Disk disk, Ledger ledger, Doorbell doorbell, Doorbell sender, LongSupplier clock) {
        this.disk = disk;
        this.ledger = ledger;
        this.doorbell = doorbell;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!ledger.ended()) {
            disk.tend(clock.getAsLong());
            if (disk.holdsAdopted()) {
                sender.ring();
            }
            doorbell.sleep(EVERY);
            disk.sync();
        }
    }
}
