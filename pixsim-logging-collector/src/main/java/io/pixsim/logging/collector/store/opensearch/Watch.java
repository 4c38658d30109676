package io.pixsim.logging.collector.store.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.diagnostics.LibraryThread;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the register some times a second: for what other collectors stored; for ranges whose collector is gone, which would
 * hide all that comes after them; and whether the cluster can be reached at all.
 */
final class Watch implements AutoCloseable {

    private static final long MILLIS_BETWEEN = 200;
    private static final long NANOS_BETWEEN_BEATS = TimeUnit.SECONDS.toNanos(3);
    private static final long NANOS_WITHOUT_A_BEAT = TimeUnit.SECONDS.toNanos(15);

    /** Whether a cluster takes again what it refused is found out by who sends, so nobody must be kept from it for long. */
    private static final long NANOS_OF_DOUBT = TimeUnit.SECONDS.toNanos(30);

    private final Register register;
    private final OwnRange own;
    private final Runnable onNews;
    private final Runnable onReturn;
    private final Map<String, Seen> seen = new HashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new LibraryThread("collector-watch", work));
    private volatile @Nullable String trouble;
    private long lastHorizon;
    private long lastReturn = System.nanoTime();

    /**
     * What looks, once it is started.
     *
     * @param onNews is told when there are new entries
     * @param onReturn is told when the cluster can be asked again, and now and then while it can
     */
    Watch(Register register, OwnRange own, Runnable onNews, Runnable onReturn) {
        this.onReturn = onReturn;
        this.register = register;
        this.own = own;
        this.onNews = onNews;
        this.lastHorizon = register.horizon();
    }

    /** How a range looked since when. */
    private record Seen(long beat, long since) {}

    @SuppressWarnings("FutureReturnValueIgnored") // the work catches what it throws
    void start() {
        timer.scheduleWithFixedDelay(this::look, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    /** Why the cluster can't be asked, if it can't. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void look() {
        try {
            beat();
            closeAbandoned(register.read());
            if (trouble != null || System.nanoTime() - lastReturn >= NANOS_OF_DOUBT) {
                trouble = null;
                lastReturn = System.nanoTime();
                onReturn.run();
            }
            if (register.horizon() > lastHorizon) {
                lastHorizon = register.horizon();
                onNews.run();
            }
        } catch (ClusterException | RuntimeException e) { // the next look tries again
            trouble = String.valueOf(e.getMessage());
        }
    }

    private void beat() throws ClusterException {
        Register.Range held = own.untoldFor(NANOS_BETWEEN_BEATS);
        if (held != null) {
            own.wasTold(held, register.renew(held) != null);
        }
    }

    private void closeAbandoned(Register.State state) throws ClusterException {
        long now = System.nanoTime();
        List<String> abandoned = new ArrayList<>();
        seen.keySet().removeIf(key -> state.find(key) == null);
        for (Register.Range range : state.open()) {
            Seen before = seen.get(range.key());
            if (before == null || before.beat() != range.beat()) {
                seen.put(range.key(), new Seen(range.beat(), now));
            } else if (now - before.since() >= NANOS_WITHOUT_A_BEAT) {
                abandoned.add(range.key());
            }
        }
        if (!abandoned.isEmpty()) {
            register.refresh(); // what was stored of it is found from now on
            register.close(abandoned);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
