package io.pixsim.logging.collector.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.query.ParameterException;
import io.pixsim.logging.collector.query.Parameters;
import io.pixsim.logging.collector.query.Tail;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.diagnostics.LibraryThread;
import org.jspecify.annotations.Nullable;

/** Shows what arrives to those who watch. After each commit all of them are woken, but not more often than is needed. */
final class TailEndpoint implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final int MAX_VIEWERS = 1000;
    private static final long MILLIS_BETWEEN_LOOKS = 25;
    private static final long SECONDS_BETWEEN_BEATS = 15;

    private final LogStore store;
    private final Workers workers;
    private final Failures failures;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new LibraryThread("collector-tail", work));

    TailEndpoint(LogStore store, Workers workers, Failures failures) {
        this.store = store;
        this.workers = workers;
        this.failures = failures;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // waking throws nothing
    void start() {
        store.onAppend(this::wakeSoon);
        timer.scheduleAtFixedRate(
                () -> viewers.forEach(Viewer::beat), SECONDS_BETWEEN_BEATS, SECONDS_BETWEEN_BEATS, TimeUnit.SECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void wakeSoon() {
        if (viewers.isEmpty() || !due.compareAndSet(false, true)) {
            return;
        }
        try {
            timer.schedule(this::wakeAll, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) { // closed by now
            due.set(false);
        }
    }

    private void wakeAll() {
        due.set(false);
        viewers.forEach(Viewer::wake);
    }

    void tail(Exchange exchange) {
        Tail tail;
        try {
            Parameters parameters = exchange.parameters();
            tail = new Tail(store, parameters.filter(), place(exchange.header("Last-Event-ID"), parameters));
        } catch (ParameterException | RuntimeException e) {
            exchange.reply(failures.reply(e));
            return;
        }
        if (viewers.size() >= MAX_VIEWERS) {
            exchange.reply(Reply.later(503, "busy", MAX_VIEWERS + " watch already"));
            return;
        }
        exchange.header("Content-Type", "text/event-stream");
        exchange.header("Cache-Control", "no-store");
        exchange.header("X-Accel-Buffering", "no");
        AtomicReference<Viewer> self = new AtomicReference<>();
        Viewer viewer = new Viewer(exchange, tail, workers, () -> viewers.remove(self.get()));
        self.set(viewer);
        viewers.add(viewer);
        viewer.wake();
    }

    /** Where a viewer comes back to; a new one begins with what comes next. */
    private long place(@Nullable String lastEventId, Parameters parameters) throws ParameterException {
        String id = lastEventId == null || lastEventId.isEmpty() ? parameters.text("last_event_id") : lastEventId;
        if (id == null) {
            return store.lastId();
        }
        if (!ID.matcher(id).matches()) {
            throw new ParameterException("last_event_id", "last_event_id is not an id: " + id);
        }
        return Long.parseLong(id);
    }

    int viewers() {
        return viewers.size();
    }

    /** Ends all streams; their clients come back when someone is there again. */
    @Override
    public void close() {
        timer.shutdownNow();
        viewers.forEach(Viewer::close);
    }
}
