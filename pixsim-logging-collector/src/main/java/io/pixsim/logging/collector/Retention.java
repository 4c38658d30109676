package io.pixsim.logging.collector;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.diagnostics.LibraryThread;

/** Deletes what is older than a time, at the start and once an hour, on a thread of its own. */
final class Retention implements AutoCloseable {

    private final LogStore store;
    private final Period kept;
    private final Clock clock;
    private final CollectorEvents events;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new LibraryThread("collector-retention", work));

    Retention(LogStore store, Period kept, Clock clock, CollectorEvents events) {
        this.store = store;
        this.kept = kept;
        this.clock = clock;
        this.events = events;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work catches what it throws
    void start() {
        timer.scheduleWithFixedDelay(this::delete, 0, 1, TimeUnit.HOURS);
    }

    private void delete() {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            store.deleteBefore(today.minus(kept)).forEach(events::deleted);
        } catch (StoreException | RuntimeException e) { // the next hour tries again
            events.failed(e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
