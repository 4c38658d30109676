package io.pixsim.logging.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.RecorderStats;

/**
 * The rings of all jobs, bounded in bytes for each, in jobs, and in bytes together: the job recorded longest ago makes room.
 * What is not heard of for a quarter of an hour is forgotten. The lock is held for no longer than a list takes. Safe for use
 * by many threads.
 */
final class Recordings {

    static final long IDLE = TimeUnit.MINUTES.toNanos(15);

    private final LongSupplier nanoClock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, JobRing> rings = new LinkedHashMap<>(16, 0.75f, true); // the longest unused first
    private final int mostJobs;
    private final long mostBytes;
    private long held;
    private long heldBytes;
    private long recorded;
    private long replayed;
    private long discarded;
    private long displaced;

    Recordings(int mostJobs, long mostBytes, LongSupplier nanoClock) {
        this.mostJobs = mostJobs;
        this.mostBytes = mostBytes;
        this.nanoClock = nanoClock;
    }

    void add(String jobId, RecordedEvent event, long bytesPerJob) {
        lock.lock();
        try {
            long now = nanoClock.getAsLong();
            forgetIdle(now);
            JobRing ring = ring(jobId, bytesPerJob);
            long before = ring.heldBytes();
            int gaveWay = ring.add(event, now);
            recorded++;
            displaced += gaveWay;
            held += 1 - gaveWay;
            heldBytes += ring.heldBytes() - before;
            makeRoom(ring);
        } finally {
            lock.unlock();
        }
    }

    /** The job has an error: what is held of it, to be written. */
    JobRing.Content fail(String jobId, long bytesPerJob) {
        lock.lock();
        try {
            JobRing ring = ring(jobId, bytesPerJob);
            ring.fail(nanoClock.getAsLong());
            JobRing.Content content = take(ring);
            makeRoom(ring);
            return content;
        } finally {
            lock.unlock();
        }
    }

    /** The job is over: what is held of it, if it is to be written. */
    JobRing.Content end(String jobId, boolean completed) {
        lock.lock();
        try {
            JobRing ring = rings.get(jobId);
            return ring == null ? JobRing.Content.NOTHING : end(jobId, ring, completed);
        } finally {
            lock.unlock();
        }
    }

    /** The jobs of which something is held or known. */
    List<String> jobs() {
        lock.lock();
        try {
            return new ArrayList<>(rings.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** What was taken to be written could not be. */
    void notWritten(int events) {
        lock.lock();
        try {
            replayed -= events;
            discarded += events;
        } finally {
            lock.unlock();
        }
    }

    RecorderStats stats() {
        lock.lock();
        try {
            return new RecorderStats(recorded, replayed, discarded, displaced, held, heldBytes, rings.size());
        } finally {
            lock.unlock();
        }
    }

    private JobRing ring(String jobId, long bytesPerJob) {
        JobRing known = rings.get(jobId);
        if (known != null) {
            return known;
        }
        while (rings.size() >= mostJobs) {
            dropEldest();
        }
        JobRing made = new JobRing(bytesPerJob);
        rings.put(jobId, made);
        heldBytes += JobRing.OVERHEAD;
        return made;
    }

    /** The job that was recorded longest ago makes room; where there is but one, its oldest event. */
    private void makeRoom(JobRing latest) {
        while (heldBytes > mostBytes) {
            if (rings.size() > 1) {
                dropEldest();
            } else {
                dropOldestOf(latest);
            }
        }
    }

    private void dropOldestOf(JobRing latest) {
        long before = latest.heldBytes();
        latest.dropOldest();
        heldBytes += latest.heldBytes() - before;
        held--;
        displaced++;
    }

    private void dropEldest() {
        Iterator<JobRing> eldest = rings.values().iterator();
        JobRing ring = eldest.next();
        eldest.remove();
        displaced += forget(ring);
    }

    private void forgetIdle(long now) {
        Iterator<JobRing> eldest = rings.values().iterator();
        while (eldest.hasNext()) {
            JobRing ring = eldest.next();
            if (now - ring.lastAt() <= IDLE) {
                return;
            }
            eldest.remove();
            discarded += forget(ring);
        }
    }

    private JobRing.Content end(String jobId, JobRing ring, boolean completed) {
        JobRing.Content content = JobRing.Content.NOTHING;
        if (ring.hasFailed() && !completed) {
            content = take(ring);
        }
        rings.remove(jobId);
        discarded += forget(ring);
        return content;
    }

    private JobRing.Content take(JobRing ring) {
        held -= ring.size();
        heldBytes -= ring.heldBytes();
        replayed += ring.size();
        return ring.take();
    }

    private int forget(JobRing ring) {
        int events = ring.size();
        held -= events;
        heldBytes -= ring.heldBytes() + JobRing.OVERHEAD;
        return events;
    }
}
