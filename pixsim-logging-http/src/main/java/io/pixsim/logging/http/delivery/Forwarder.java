package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.diagnostics.Waits;
import io.pixsim.logging.http.queue.Admission;
import io.pixsim.logging.http.queue.EventQueue;
import io.pixsim.logging.http.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Delivers finished events through a transport, on daemon threads of its own: one sends, another keeps what waits, packed
 * in memory or on disk. Callers are never blocked and never see an exception; each event that is handed over is delivered,
 * or waits, or is counted by the reason for which it was lost. Safe for use by many threads.
 *
 * <p>A request whose answer got lost is sent again, so an endpoint may see an event twice; it has the same {@code
 * event_uid} then.
 */
public final class Forwarder {

    /** The part of a close's deadline that is kept for letting go of threads and connection. */
    private static final long MOST_KEPT_FOR_STOPPING = TimeUnit.MILLISECONDS.toNanos(200);
    /** What a close gives the disk, however short its deadline. */
    private static final long LEAST_FOR_DISK = TimeUnit.MILLISECONDS.toNanos(500);

    private final long mostEventBytes;
    private final EventQueue queue;
    private final Ledger ledger;
    private final Ages ages = new Ages();
    private final Disk disk;
    private final LongSupplier clock;
    private final Doorbell sender = new Doorbell();
    private final Doorbell keeping = new Doorbell();
    private final Doorbell syncing = new Doorbell();
    private final List<Transport> transports;
    private final Worker worker;
    private final Keeper keeper;
    private final LibraryThread sendingThread;
    private final LibraryThread keepingThread;
    private final @Nullable LibraryThread syncingThread;
    private final List<LibraryThread> laneThreads = new ArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final LastMoments lastMoments;

    /**
     * A forwarder that runs.
     *
     * @param settings how it gathers, bounds and keeps
     * @param transport where the events go; closed with the forwarder
     */
    public Forwarder(ForwarderSettings settings, Transport transport) {
        this(settings, List.of(transport), Reporter.SILENT);
    }

    /**
     * A forwarder that runs, and tells in the stream what is missing from it.
     *
     * @param settings how it gathers, bounds and keeps
     * @param transports where the events go, one for each request that may be in flight; closed with the forwarder
     * @param reporter says what somebody should know
     */
    public Forwarder(ForwarderSettings settings, List<Transport> transports, Reporter reporter) {
        this(settings, transports, reporter, Clocks.current());
    }

    Forwarder(ForwarderSettings settings, List<Transport> transports, Reporter reporter, Clocks clocks) {
        LongSupplier nanos = clocks.nanos();
        String origin = RunId.of(clocks.wall().millis());
        this.mostEventBytes = settings.batch().bytes();
        this.queue = new EventQueue(origin, settings.queueEvents(), settings.queueBytes());
        this.ledger = new Ledger(queue);
        this.transports = List.copyOf(transports);
        this.clock = nanos;
        this.disk = new Disk(settings.spool(), origin, ledger, new SteadyClock(clocks.wall(), nanos), reporter);
        Supply supply = new Supply(queue, disk, ledger);
        this.lastMoments = new LastMoments(queue, supply, ledger);
        Parts parts = new Parts(
                origin,
                queue,
                supply,
                ledger,
                sender,
                new BatchDue(settings.gather(), settings.flushInterval().toNanos()),
                new BatchSizing(settings.batch(), settings.largest()),
                settings.enoughBytes(),
                new Workload(),
                ages,
                nanos);
        DeadLetters deadLetters = DeadLetters.of(settings, clocks.wall());
        LossReport lossReport = new LossReport(ledger, queue, settings.queueBytes() / 2, reporter);
        Lanes lanes = new Lanes(this.transports, sender, nanos);
        Sending sending = new Sending(parts, this.transports.get(0), deadLetters, lossReport);
        this.worker = new Worker(parts, sending, lanes, settings.deadline());
        this.keeper = new Keeper(queue, supply, disk, ledger, keeping, sender, settings.queueBytes(), nanos);
        this.sendingThread = thread("forwarder", worker, sender);
        this.keepingThread = thread("keeper", keeper, keeping);
        this.syncingThread =
                disk.isWanted() ? thread("syncer", new Syncer(disk, ledger, syncing, sender, nanos), syncing) : null;
        for (Lane lane : lanes.all()) {
            laneThreads.add(thread("lane", lane, lane.doorbell()));
        }
        disk.open(nanos.getAsLong());
        laneThreads.forEach(Thread::start);
        start(sendingThread);
        start(keepingThread);
        start(syncingThread);
    }

    private LibraryThread thread(String name, Runnable task, Doorbell doorbell) {
        running.incrementAndGet();
        LibraryThread thread = new LibraryThread(name, () -> {
            try {
                task.run();
            } finally {
                ended();
            }
        });
        doorbell.belongsTo(thread);
        return thread;
    }

    private static void start(@Nullable LibraryThread thread) {
        if (thread != null) {
            thread.start();
        }
    }

    /** The last one turns off the light. */
    private void ended() {
        keeping.ring();
        syncing.ring();
        if (running.decrementAndGet() == 0) {
            transports.forEach(Transport::close);
            disk.close();
        }
    }

    /**
     * Hands an event over. Returns at once.
     *
     * @param event the finished event, not empty; must not be changed any more
     * @param urgent whether it may use the room that is kept for urgent events, and leaves soon
     */
    public void offer(byte[] event, boolean urgent) {
        if (event.length > mostEventBytes) {
            ledger.dropped(DropReason.OVERSIZE);
            return;
        }
        long fill = queue.offer(event, urgent);
        if (fill < 0) {
            ledger.dropped(Admission.of(fill) == Admission.FULL ? DropReason.QUEUE_FULL : DropReason.CLOSED);
            return;
        }
        if (sender.isDue(fill, urgent)) {
            sender.ring();
        }
        if (keeping.isDue(fill, urgent)) {
            keeping.ring();
        }
        lastMoments.await();
    }

    /**
     * Counts an event that was handed over and can't even be offered.
     *
     * @param reason why
     */
    public void drop(DropReason reason) {
        ledger.dropped(reason);
    }

    /**
     * Waits until all that was handed over before the call is delivered or lost, or the deadline has passed. Does not wait
     * on the forwarder's own threads.
     *
     * @param deadline how long to wait at the most
     * @return what was achieved; pending are those of the events handed over before the call that still wait
     */
    public DeliveryResult flush(Duration deadline) {
        DeliveryStats before = stats();
        long admitted = queue.admitted();
        worker.flushUpTo(admitted);
        keeping.ring();
        long missing = ledger.awaitSettled(admitted, isOwnThread() ? 0 : Waits.nanos(deadline));
        DeliveryResult result = DeliveryResult.between(before, stats());
        return new DeliveryResult(
                result.delivered(),
                Math.min(result.pending(), missing),
                result.spooled(),
                result.deadLettered(),
                result.dropped());
    }

    /**
     * Waits until what ended processes have left on disk is found and counted as spooled.
     *
     * @param deadline how long to wait at the most
     * @return whether it is
     */
    public boolean awaitLeftovers(Duration deadline) {
        try {
            return disk.awaitTended(Waits.nanos(deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** From now on no event waits for its batch to fill. */
    public void hurry() {
        worker.flushUpTo(Long.MAX_VALUE);
    }

    /**
     * From now on {@link #offer} waits a moment until the event is delivered or on disk, as long as deliveries go well: the
     * process is about to end.
     */
    public void holdCallers() {
        hurry();
        lastMoments.begin();
    }

    /**
     * Takes no more events, delivers what it can within the deadline, leaves the rest on disk, or drops and counts it when
     * there is none, and lets go of threads and connection. Of several calls at once, the earliest deadline counts; a call
     * after the end returns at once. On the forwarder's own threads it only says that no more is taken.
     *
     * @param deadline how long to wait at the most
     * @return what was achieved
     */
    public DeliveryResult close(Duration deadline) {
        long start = System.nanoTime();
        DeliveryStats before = stats();
        queue.close();
        worker.close();
        keeper.close();
        if (!isOwnThread()) {
            long total = Waits.nanos(deadline);
            ledger.awaitEnd(total - Math.min(total / 10, MOST_KEPT_FOR_STOPPING));
            awaitDisk();
            stop(total - (System.nanoTime() - start));
        }
        return DeliveryResult.between(before, stats());
    }

    /** What is in memory would be lost, and the disk takes it in no time. */
    private void awaitDisk() {
        if (disk.works() && !ledger.ended()) {
            Waits.join(keepingThread, LEAST_FOR_DISK);
        }
    }

    private void stop(long nanos) {
        ledger.end();
        transports.forEach(Transport::close);
        sender.ring();
        keeping.ring();
        syncing.ring();
        long patience = Math.max(TimeUnit.MILLISECONDS.toNanos(1), Math.min(nanos, MOST_KEPT_FOR_STOPPING));
        Waits.join(sendingThread, patience);
        Waits.join(keepingThread, patience);
        Waits.join(syncingThread, patience);
    }

    /**
     * What became of the events so far.
     *
     * @return a snapshot
     */
    public DeliveryStats stats() {
        long oldest = ages.oldest(queue.admitted(), ledger.settledUpTo(), clock.getAsLong());
        return ledger.stats(Duration.ofNanos(ledger.ended() ? 0 : oldest));
    }

    private boolean isOwnThread() {
        Thread current = Thread.currentThread();
        return current == sendingThread
                || current == keepingThread
                || current == syncingThread
                || laneThreads.contains(current);
    }
}
