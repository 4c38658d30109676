package io.pixsim.logging.collector;

import java.net.URI;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the collector logs of itself: that it began and ended, and when something changes. Nothing for each request, since
 * what it logs may come back to it; and its threads are known to the forwarder, which sends nothing of theirs.
 */
final class CollectorEvents {

    private static final Logger LOG = LoggerFactory.getLogger("io.pixsim.logging.collector");
    private static final long NANOS_BETWEEN_SURPRISES = TimeUnit.MINUTES.toNanos(1);

    private final AtomicBoolean storeFails = new AtomicBoolean();
    private final AtomicLong nextSurprise = new AtomicLong(System.nanoTime());

    void started(URI url) {
        LOG.atInfo().addKeyValue("url", url.toString()).log("collector_started");
    }

    /** Others can reach the collector, and need no token for everything. */
    void open(String host) {
        LOG.atWarn()
                .addKeyValue("host", host)
                .log("collector_open_to_others: set a token to write and one to read, or listen on 127.0.0.1");
    }

    void stopped() {
        LOG.info("collector_stopped");
    }

    void deleted(Retained retained) {
        for (LocalDate day : retained.days()) {
            LOG.atInfo().addKeyValue("day", day.toString()).log("collector_day_deleted");
        }
        if (retained.entries() > 0) {
            LOG.atInfo().addKeyValue("entries", retained.entries()).log("collector_entries_deleted");
        }
    }

    void unreadable(String what) {
        LOG.atError().addKeyValue("file", what).log("collector_file_unreadable");
    }

    /** Told once when it begins to fail, and again only after it has recovered. */
    void failed(Throwable failure) {
        if (failure instanceof StoreException) {
            if (storeFails.compareAndSet(false, true)) {
                LOG.error("collector_store_failed", failure);
            }
            return;
        }
        long now = System.nanoTime();
        long next = nextSurprise.get();
        if (now - next >= 0 && nextSurprise.compareAndSet(next, now + NANOS_BETWEEN_SURPRISES)) {
            LOG.error("collector_failed", failure);
        }
    }

    void stored() {
        if (storeFails.get() && storeFails.compareAndSet(true, false)) {
            LOG.info("collector_store_recovered");
        }
    }
}
