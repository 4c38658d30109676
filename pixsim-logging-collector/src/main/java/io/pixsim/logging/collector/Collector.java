package io.pixsim.logging.collector;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.web.CollectorServer;
import io.pixsim.logging.redact.Redactor;

/**
 * The receiving side: takes events over HTTP, keeps them in a store, and answers what is asked of them.
 *
 * <pre>{@code
 * try (Collector collector = Collector.builder().data(Path.of("logs")).port(0).start()) {
 *     … forward to collector.ingestUrl() …
 *     … ask collector.url() + "/api/v1/logs/trace/job/123" …
 * }
 * }</pre>
 *
 * What was answered with success is on the disk, and survives the end of the process and a loss of power. Safe for use by
 * many threads. It never keeps a JVM alive.
 */
public final class Collector implements AutoCloseable {

    private final String host;
    private final LogStore store;
    private final Retention retention;
    private final CollectorServer server;
    private final CollectorEvents events;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Collector(
            String host, LogStore store, Retention retention, CollectorServer server, CollectorEvents events) {
        this.host = host;
        this.store = store;
        this.retention = retention;
        this.server = server;
        this.events = events;
    }

    /**
     * What to start, with defaults for all but the folder.
     *
     * @return a builder
     */
    public static CollectorBuilder builder() {
        return new CollectorBuilder();
    }

    static Collector start(CollectorBuilder options, StoreSource source) throws IOException {
        Clock clock = Clock.systemUTC();
        CollectorEvents events = new CollectorEvents();
        LogStore store = source.open(clock);
        store.onAppend(events::stored);
        CollectorServer server;
        try {
            server = CollectorServer.start(
                    store, new Redactor(options.redaction()), options.web(), clock, events::failed);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        Retention retention = new Retention(store, options.retention(), clock, events);
        retention.start();
        Collector collector = new Collector(options.web().host(), store, retention, server, events);
        events.started(collector.url());
        if (options.web().isOpenToOthers()) {
            events.open(options.web().host());
        }
        return collector;
    }

    /**
     * Where the collector is.
     *
     * @return its address, without a path
     */
    public URI url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + server.port());
    }

    /**
     * Where batches go.
     *
     * @return the address of the batch endpoint
     */
    public URI ingestUrl() {
        return url().resolve(Wire.BATCH_PATH);
    }

    /** Takes no more requests, stores what was taken, answers it, and gives back port and files. Again, it does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        retention.close();
        server.close();
        store.close();
        events.stopped();
    }
}
