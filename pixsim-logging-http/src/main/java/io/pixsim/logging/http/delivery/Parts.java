package io.pixsim.logging.http.delivery;

import java.util.function.LongSupplier;

import io.pixsim.logging.http.queue.EventQueue;

/**
 * What the parts of a forwarder share.
 *
 * @param origin who numbers the events
 * @param queue the events in memory
 * @param supply where batches come from
 * @param ledger what became of the events
 * @param sender wakes the thread that sends
 * @param due when a batch leaves
 * @param sizing how large it is
 * @param enoughBytes how many bytes need not wait for more: a part of the room, so that there is some left meanwhile
 * @param work what is on its way
 * @param ages how long events wait
 * @param clock nanoseconds
 */
record Parts(
        String origin,
        EventQueue queue,
        Supply supply,
        Ledger ledger,
        Doorbell sender,
        BatchDue due,
        BatchSizing sizing,
        long enoughBytes,
        Workload work,
        Ages ages,
        LongSupplier clock) {}
