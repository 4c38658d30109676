package io.pixsim.logging.collector.store.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.Logging;
import org.slf4j.Logger;

/**
 * A program whose events wait on disk in front of a database. It says after each few how many are there, or in the database by
 * now, and ends when all are stored; or, told no number, logs until it is killed.
 */
final class SpoolingChild {

    static final String SAFE = "safe so far: ";

    private static final int FEW = 10;
    private static final long A_LITTLE = 1_000_000;

    private SpoolingChild() {}

    public static void main(String[] arguments) {
        String name = arguments[0];
        int events = Integer.parseInt(arguments[1]);
        Logger log = Logging.configure("spooling");
        for (int i = 0; events == 0 || i < events; i++) {
            log.info("{} {}", name, i);
            if (i % FEW == FEW - 1) {
                awaitNoneInMemory();
                System.out.println(SAFE + (i + 1));
            }
        }
        Logging.flush(Duration.ofSeconds(100));
    }

    private static void awaitNoneInMemory() {
        while (Logging.stats().delivery().pending() > 0) {
            LockSupport.parkNanos(A_LITTLE);
        }
    }
}
