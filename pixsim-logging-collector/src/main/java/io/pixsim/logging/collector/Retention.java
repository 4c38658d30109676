package io.pixsim.logging.collector;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.diagnostics.LibraryThread;

/** Deletes what is kept no longer and tells what can't be read, at the start and every ten minutes, on a thread of its own. */
final class Retention implements AutoCloseable {

    private static final int MINUTES_BETWEEN = 10;

    private final LogStore store;
    private final RetentionRules rules;
    private final Clock clock;
    private final CollectorEvents events;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new LibraryThread("collector-retention", work));

    Retention(LogStore store, RetentionRules rules, Clock clock, CollectorEvents events) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        this.events = events;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work catches what it throws
    void start() {
        timer.scheduleWithFixedDelay(this::look, 0, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            events.deleted(store.retain(rules, today));
            store.size().unreadable().stream().filter(told::add).forEach(events::unreadable);
        } catch (StoreException | RuntimeException e) { // the next time tries again
            events.failed(e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
