package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Events on disk, of this process and of those before it that could not send all of theirs. One thread writes, one reads
 * and acknowledges; oldest first, those of ended processes before the own. What was {@linkplain #append appended} outlives
 * the process, whatever ends it; the machine's end it outlives once it was {@linkplain #sync synced}.
 *
 * <p>Several processes may share a folder: each writes segments of its own, and who has an origin's lock reads that.
 */
public final class Spool implements AutoCloseable {

    private final SpoolSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Journal> adopted = new ArrayList<>();
    private final Journal own;
    private final InstantSource clock;
    private final Retention retention;
    private final Leftovers leftovers;

    /**
     * Opens a spool; makes the folder when it is missing.
     *
     * @param settings where, and how much
     * @param origin who numbers this process's events: twenty hexadecimal digits that nobody else has, rising with time
     * @param clock tells when something is written
     * @throws IOException when the folder can't be used
     */
    public Spool(SpoolSettings settings, String origin, InstantSource clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.retention = new Retention(settings, clock);
        this.leftovers = new Leftovers(settings.folder(), clock);
        Files.createDirectories(settings.folder());
        FolderLock ownLock = FolderLock.tryLock(settings.folder(), origin);
        if (ownLock == null) {
            throw new IOException("somebody else spools as " + origin);
        }
        try {
            own = new Journal(settings.folder(), origin, ownLock);
        } catch (IOException | RuntimeException e) {
            ownLock.close();
            throw e;
        }
    }

    /**
     * Writes events of this process.
     *
     * @param numbers their numbers, rising
     * @param events the events
     * @throws IOException when they could not be written: then none of them is there
     */
    public void append(long[] numbers, List<byte[]> events) throws IOException {
        lock.lock();
        try {
            own.append(numbers, events, settings.segmentBytes(), clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** After a failure: what comes next goes to another segment. */
    public void abandonSegment() {
        lock.lock();
        try {
            own.endSegment();
        } catch (IOException e) {
            // What it could not sync is in the page cache, or the failure that led here was told already.
            return;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads the oldest events that were not read yet.
     *
     * @param maxEvents the most events
     * @param maxBytes the most bytes; an event that is larger is read alone
     * @return the events, of one origin; null when there is none
     * @throws IOException when a segment can't be read; {@link #skipUnreadable} goes on behind it
     */
    public @Nullable Chunk read(int maxEvents, long maxBytes) throws IOException {
        lock.lock();
        try {
            for (Journal journal : all()) {
                Chunk chunk = journal.read(maxEvents, maxBytes);
                if (chunk != null) {
                    return chunk;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what is left of the segment that could not be read. */
    public void skipUnreadable() {
        lock.lock();
        try {
            all().stream().filter(journal -> journal.unread() > 0).findFirst().ifPresent(Journal::skipUnreadable);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says that all events of an origin before a position are settled; segments that are, are deleted.
     *
     * @param origin the origin
     * @param position the {@link Chunk#end} of the last of them
     * @throws IOException when it could not be noted: they may be sent again after a restart
     */
    public void acknowledge(String origin, Position position) throws IOException {
        lock.lock();
        try {
            for (Journal journal : all()) {
                if (journal.origin().equals(origin)) {
                    journal.acknowledge(position);
                }
            }
            closeWhatIsDone();
        } finally {
            lock.unlock();
        }
    }

    private void closeWhatIsDone() throws IOException {
        for (Journal journal : List.copyOf(adopted)) {
            if (journal.isDone()) {
                adopted.remove(journal);
                journal.close();
            }
        }
    }

    /**
     * Takes over what ended processes have left, and clears away the locks of those that have left nothing.
     *
     * @param found is told how many events there are, before they can be read
     * @throws IOException when the folder can't be read, or what one of them has left: what the others have is taken over
     */
    public void adopt(LongConsumer found) throws IOException {
        leftovers.forEach(journal -> {
            lock.lock();
            try {
                found.accept(journal.unread());
                adopted.add(journal);
            } finally {
                lock.unlock();
            }
        });
    }

    /**
     * Drops the oldest segments while all together are larger than they may be, but none of which events are being sent.
     *
     * @param dropped is told of each how many of its events nobody has read
     * @throws IOException when the folder can't be read or changed
     */
    public void dropBeyondBytes(LongConsumer dropped) throws IOException {
        lock.lock();
        try {
            retention.dropBeyondBytes(all(), dropped);
            closeWhatIsDone();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Drops segments that were last written to longer ago than they are to be kept, but none of which events are being sent.
     *
     * @param dropped is told of each how many of its events nobody has read
     * @throws IOException when the folder can't be read or changed
     */
    public void dropBeyondAge(LongConsumer dropped) throws IOException {
        lock.lock();
        try {
            retention.dropBeyondAge(all(), dropped);
            closeWhatIsDone();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the disk has all that was appended.
     *
     * @throws IOException when it could not take it
     */
    public void sync() throws IOException {
        Optional<SegmentWriter> writer = locked(() -> Optional.ofNullable(own.writer()));
        if (writer.isPresent()) {
            writer.get().sync();
        }
    }

    /**
     * How many events wait to be read.
     *
     * @return those of this process and of those that it took over
     */
    public long unread() {
        return locked(() -> all().stream().mapToLong(Journal::unread).sum());
    }

    /**
     * Whether events of ended processes wait to be read.
     *
     * @return true when there are
     */
    public boolean holdsAdopted() {
        return locked(() -> adopted.stream().anyMatch(journal -> journal.unread() > 0));
    }

    /**
     * The number of the next own event that is read.
     *
     * @return its number; the largest number there is when none waits
     */
    public long nextOwnNumber() {
        return locked(() -> own.nextNumber());
    }

    /**
     * How many events turned out to be damaged since this was asked last.
     *
     * @return events that were in the spool and can't be read again
     */
    public long takeDamaged() {
        return locked(() -> all().stream().mapToLong(Journal::takeDamaged).sum());
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    private List<Journal> all() {
        List<Journal> all = new ArrayList<>(adopted);
        all.add(own);
        return all;
    }

    /** Lets go of all; what is not settled stays on disk. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            for (Journal journal : all()) {
                journal.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
