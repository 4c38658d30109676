package io.pixsim.logging.collector.store.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.Committer;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.opensearch.Item.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Stores requests in the index of the day: takes ids, sends what is to be stored until the cluster has said of each entry what
 * became of it, and gives the ids free to be seen. Sent again is only what has a name, so nothing is stored twice. Used by one
 * thread.
 */
final class BulkCommitter implements Committer {

    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 1000;

    private final Register register;
    private final Indices indices;
    private final Bulk bulk;
    private final Repeats repeats;
    private final OwnRange own;
    private final Clock clock;
    private final Duration patience;

    BulkCommitter(Cluster cluster, Register register, Indices indices, OwnRange own, Clock clock, Duration patience) {
        this.register = register;
        this.indices = indices;
        this.bulk = new Bulk(cluster);
        this.repeats = new Repeats(cluster, indices.names());
        this.own = own;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public List<Appended> commit(List<Append> requests) throws StoreException {
        Items items = Items.of(requests);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try {
            String index = indices.of(today);
            repeats.find(
                    items.all(),
                    EntryTime.micros(today.atStartOfDay(ZoneOffset.UTC).toInstant()),
                    EntryTime.micros(now));
            if (!items.waiting().isEmpty()) {
                new Sending(items, index).run();
            }
            return items.answers();
        } catch (ClusterException e) {
            throw e.whileStoring();
        } finally {
            own.forget();
        }
    }

    /** Each entry is answered by itself, and what fails then, fails for all. */
    @Override
    public boolean mayBeOfOne(Throwable failure) {
        return false;
    }

    /** Holds nothing that could be broken: connections are the cluster's. */
    @Override
    public void close() {}

    /** What is sent until it is known to be there. */
    private final class Sending {

        private final Items items;
        private final String index;
        private final List<Register.Range> ranges = new ArrayList<>();
        private final long end = System.nanoTime() + patience.toNanos();
        private boolean uncertain;

        Sending(Items items, String index) {
            this.items = items;
            this.index = index;
        }

        void run() throws ClusterException {
            open();
            long pause = FIRST_PAUSE;
            for (ClusterException refusal = send(); refusal != null; refusal = send()) {
                if (items.isAnyBarred() || isHopeless(refusal) || System.nanoTime() - end >= 0) {
                    throw givenUp(refusal);
                }
                pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
            if (uncertain) {
                claim();
            }
            show();
        }

        private void open() throws ClusterException {
            Register.Range range = register.open(items.waiting().size());
            ranges.add(range);
            own.hold(range);
            items.giveIds(range);
        }

        /** Why some wait yet, or null when none does. */
        private @Nullable ClusterException send() throws ClusterException {
            List<Item> waiting = items.waiting();
            if (waiting.isEmpty()) {
                return null;
            }
            try {
                if (own.isLost()) { // others have gone on without us: what is not stored yet gets later ids
                    open();
                }
                ClusterException refusal = bulk.send(index, waiting);
                if (refusal != null && refusal.isNotFound()) {
                    indices.make(index);
                }
                return refusal;
            } catch (ClusterException e) {
                uncertain |= e.isUncertain();
                return e;
            }
        }

        private boolean isHopeless(ClusterException refusal) {
            return switch (refusal.kind()) {
                case UNREACHABLE -> !uncertain;
                case REFUSED -> !refusal.isOfItem() && !refusal.isBusy() && !refusal.isNotFound();
                default -> false;
            };
        }

        /** Of those that the index had already, some may be there since a try whose answer was lost. */
        private void claim() {
            List<Item> repeated = items.all().stream()
                    .filter(item -> item.outcome() == Outcome.REPEATED && item.id() != 0)
                    .toList();
            try {
                repeats.claim(index, repeated, ranges);
            } catch (ClusterException ignored) {
                uncertain = true; // they are stored, and count as if they had been before
            }
        }

        /** They are stored whether this succeeds or not; others see them later if it does not. */
        private void show() {
            try {
                register.close(ranges.stream().map(Register.Range::key).toList());
            } catch (ClusterException ignored) {
                own.forget(); // and whoever watches closes it
            }
        }

        /** Takes back what would be stored twice when its sender tries again, since it has no name. */
        private ClusterException givenUp(ClusterException refusal) {
            List<Item> unnamed = items.all().stream()
                    .filter(item -> item.outcome() == Outcome.STORED && !item.isNamed())
                    .toList();
            try {
                if (!unnamed.isEmpty()) {
                    bulk.takeBack(index, unnamed);
                }
                if (!uncertain) {
                    show();
                }
            } catch (ClusterException e) {
                refusal.addSuppressed(e);
            }
            return refusal;
        }

        private void pause(long millis) throws ClusterException {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException(ClusterException.Kind.LOST, "interrupted", e);
            }
        }
    }
}
