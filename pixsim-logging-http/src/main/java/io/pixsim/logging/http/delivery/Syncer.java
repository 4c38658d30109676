package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;

/** The thread that waits for the disk, so that nobody else has to: once a second, what was written is synced. */
final class Syncer implements Runnable {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Disk disk;
    private final Ledger ledger;
    private final Doorbell doorbell;

    Syncer(Disk disk, Ledger ledger, Doorbell doorbell) {
        this.disk = disk;
        this.ledger = ledger;
        this.doorbell = doorbell;
    }

    @Override
    public void run() {
        while (!ledger.ended()) {
            doorbell.sleep(EVERY);
            disk.sync();
        }
    }
}
