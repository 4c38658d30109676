package io.pixsim.logging.collector.status;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;

import io.pixsim.logging.collector.ingest.IngestCounters;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.RetentionRules;

/** All that tells how the collector is doing. Safe for use by many threads. */
public final class SystemState {

    private final LogStore store;
    private final IngestCounters counters;
    private final RetentionRules retention;
    private final IntSupplier viewers;
    private final Clock clock;
    private final Instant startedAt;

    /**
     * What there is to look at.
     *
     * @param store where entries are
     * @param counters what came in
     * @param retention how long entries are kept
     * @param viewers how many watch
     * @param clock what time it is; now is when it was started
     */
    public SystemState(
            LogStore store, IngestCounters counters, RetentionRules retention, IntSupplier viewers, Clock clock) {
        this.store = store;
        this.counters = counters;
        this.retention = retention;
        this.viewers = viewers;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** What keeps the store from taking entries; empty when nothing does. */
    public Optional<String> trouble() {
        return store.trouble();
    }

    RetentionRules retention() {
        return retention;
    }

    LogStore store() {
        return store;
    }

    IngestCounters.State counters() {
        return counters.state();
    }

    int viewers() {
        return viewers.getAsInt();
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant now() {
        return clock.instant();
    }
}
