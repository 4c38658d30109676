package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.sqlite.ProgressHandler;

/** Work in the background that takes long: it gives way while others wait, and can be left off in the midst of a statement. */
final class LongWork {

    private static final int STEPS_BETWEEN_LOOKS = 5_000;
    private static final long NANOS_TO_GIVE_WAY = TimeUnit.MILLISECONDS.toNanos(2);

    private LongWork() {}

    static void on(Connection connection, BooleanSupplier isLeftOff, BooleanSupplier othersWait) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                if (othersWait.getAsBoolean()) {
                    LockSupport.parkNanos(NANOS_TO_GIVE_WAY);
                }
                return isLeftOff.getAsBoolean() ? 1 : 0;
            }
        });
    }
}
