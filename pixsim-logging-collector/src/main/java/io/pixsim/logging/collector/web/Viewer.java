package io.pixsim.logging.collector.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.collector.query.Tail;
import io.pixsim.logging.collector.store.StoreException;
import org.eclipse.jetty.util.Callback;

/**
 * One who watches. It asks the store for what is new to it when it is woken, and again when it has written that: a slow one
 * falls behind, holds one small part in memory, and misses nothing.
 */
final class Viewer {

    private static final byte[] HEARTBEAT = ": heartbeat\n".getBytes(StandardCharsets.US_ASCII);

    private final Exchange exchange;
    private final Tail tail;
    private final Workers workers;
    private final Runnable gone;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean heartbeat = true;
    private volatile boolean closing;

    Viewer(Exchange exchange, Tail tail, Workers workers, Runnable gone) {
        this.exchange = exchange;
        this.tail = tail;
        this.workers = workers;
        this.gone = gone;
    }

    /** Has the viewer look for what is new, now or when it is done with what it writes. */
    void wake() {
        if (calls.getAndIncrement() == 0) {
            schedule();
        }
    }

    /** Has something written in any case, so that nobody between takes the connection for dead. */
    void beat() {
        heartbeat = true;
        wake();
    }

    void close() {
        closing = true;
        wake();
    }

    private void schedule() {
        if (!workers.submit(this::look)) {
            end();
        }
    }

    private void look() {
        if (closing) {
            end();
            return;
        }
        int seen = calls.get();
        try {
            Tail.News news = tail.next();
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            if (heartbeat && !news.isWithin()) {
                heartbeat = false;
                text.writeBytes(HEARTBEAT);
                // An id without data moves the place to which a viewer comes back.
                text.writeBytes(("id: " + news.before() + "\n\n").getBytes(StandardCharsets.US_ASCII));
            }
            text.writeBytes(news.events());
            write(text.toByteArray(), news.hasMore() ? seen - 1 : seen);
        } catch (StoreException | RuntimeException e) { // the viewer comes back, to where it was
            end();
        }
    }

    private void write(byte[] text, int done) {
        if (text.length == 0) {
            finish(done);
            return;
        }
        exchange.response().write(false, ByteBuffer.wrap(text), Callback.from(() -> finish(done), failure -> {
            gone.run();
            exchange.callback().failed(failure);
        }));
    }

    /** Those calls are answered; others may have come meanwhile. */
    private void finish(int done) {
        if (calls.addAndGet(-done) > 0) {
            schedule();
        }
    }

    private void end() {
        gone.run();
        exchange.response().write(true, null, exchange.callback());
    }
}
