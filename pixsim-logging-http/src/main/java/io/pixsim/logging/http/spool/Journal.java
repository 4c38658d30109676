package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The segments of one origin, oldest first: written at the one end by the process whose own they are, read at the other,
 * and deleted once what was read of them is acknowledged. Holds the origin's lock. Guarded by its {@link Spool}.
 */
final class Journal implements AutoCloseable {

    private final Path folder;
    private final String origin;
    private final FolderLock lock;
    private AckFile acks;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private Position acknowledged;
    private @Nullable SegmentWriter writer;
    private int nextIndex;
    private long unread;
    private long damaged;

    /** Takes over what is there of an origin, which is nothing when it is new. */
    Journal(Path folder, String origin, FolderLock lock) throws IOException {
        this.folder = folder;
        this.origin = origin;
        this.lock = lock;
        this.acks = new AckFile(ackPath());
        try {
            this.acknowledged = acks.read();
            load();
        } catch (IOException | RuntimeException e) {
            acks.close();
            throw e;
        }
    }

    private Path ackPath() {
        return folder.resolve(origin + AckFile.SUFFIX);
    }

    private void load() throws IOException {
        for (SegmentName name : SpoolFolder.segments(folder, origin)) {
            Path file = SegmentFormat.file(folder, origin, name.segment());
            nextIndex = name.segment() + 1;
            if (name.segment() < acknowledged.segment()) {
                Files.deleteIfExists(file);
                continue;
            }
            Segment segment = new Segment(
                    name.segment(), file, 0, Files.getLastModifiedTime(file).toInstant());
            segment.readUpTo =
                    name.segment() == acknowledged.segment() ? acknowledged.offset() : SegmentFormat.HEADER_BYTES;
            count(segment);
            segments.add(segment);
            unread += segment.records;
        }
        dropRead();
    }

    private static void count(Segment segment) throws IOException {
        long at = segment.readUpTo;
        long size = Files.size(segment.file);
        while (at < size) {
            SegmentReader reader = new SegmentReader(segment.file);
            at = reader.read(at, size, Integer.MAX_VALUE, SpoolFolder.SCAN_BYTES);
            segment.records += reader.events().size();
        }
        segment.end = size;
    }

    void append(long[] numbers, List<byte[]> events, long segmentBytes, Instant now) throws IOException {
        SegmentWriter out = writer;
        // What is written to a file that somebody has deleted goes nowhere.
        if (out == null || out.size() >= segmentBytes || Files.notExists(segments.getLast().file)) {
            out = roll(numbers[0], now);
        }
        out.append(numbers, events);
        segments.getLast().grown(numbers.length, out.size(), now);
        unread += numbers.length;
    }

    private SegmentWriter roll(long firstNumber, Instant now) throws IOException {
        endSegment();
        begin();
        Path file = SegmentFormat.file(folder, origin, nextIndex);
        SegmentWriter next = new SegmentWriter(file, origin);
        segments.add(new Segment(nextIndex++, file, firstNumber, now));
        writer = next;
        dropRead();
        return next;
    }

    /** Makes anew what says whose the segments are, and what of them is done, where the folder was cleaned up. */
    private void begin() throws IOException {
        Files.createDirectories(folder);
        lock.renewIfGone(folder, origin);
        if (Files.notExists(ackPath())) {
            AckFile gone = acks;
            acks = new AckFile(ackPath());
            gone.close();
            acks.write(acknowledged);
        }
    }

    /** What comes next goes to another segment. */
    void endSegment() throws IOException {
        SegmentWriter last = writer;
        writer = null;
        if (last == null) {
            return;
        }
        try (last) {
            last.sync();
        } finally {
            dropEmpty(segments.getLast());
        }
    }

    /** A full disk is tried again and again, and each time begins a segment of which nothing comes. */
    private void dropEmpty(Segment written) throws IOException {
        if (written.records == 0) {
            segments.remove(written);
            Files.deleteIfExists(written.file);
        }
    }

    /** Null when there is nothing to read. */
    @Nullable
    Chunk read(int maxEvents, long maxBytes) throws IOException {
        while (unread > 0) {
            Segment segment = firstUnread();
            SegmentReader reader = new SegmentReader(segment.file);
            segment.readUpTo = reader.read(segment.readUpTo, segment.end, maxEvents, maxBytes);
            int count = reader.events().size();
            segment.read += count;
            unread -= count;
            if (segment.readUpTo >= segment.end) {
                lost(segment.readToItsEnd());
            }
            if (count > 0) {
                long[] numbers = reader.numbers();
                segment.numberAfterRead = numbers[count - 1] + 1;
                segment.handedOutUpTo = segment.readUpTo;
                return new Chunk(origin, numbers, reader.events(), new Position(segment.index, segment.readUpTo));
            }
        }
        return null;
    }

    private Segment firstUnread() {
        return segments.stream()
                .filter(segment -> segment.unread() > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unread > 0 without a segment: " + unread));
    }

    private void lost(long records) {
        unread -= records;
        damaged += records;
    }

    /** The segment that is read now can't be: what is left of it is lost. */
    void skipUnreadable() {
        if (unread > 0) {
            lost(firstUnread().readToItsEnd());
        }
    }

    /** How many records were found to be damaged since this was asked last. */
    long takeDamaged() {
        long found = damaged;
        damaged = 0;
        return found;
    }

    /** All before that position is settled. */
    void acknowledge(Position position) throws IOException {
        if (position.compareTo(acknowledged) > 0) {
            acknowledged = position;
            acks.write(position);
            dropRead();
        }
    }

    private void dropRead() throws IOException {
        while (!segments.isEmpty()) {
            Segment oldest = segments.element();
            if (isWritten(oldest) || oldest.unread() > 0 || isBeingSent(oldest)) {
                return;
            }
            segments.remove();
            Files.deleteIfExists(oldest.file);
        }
    }

    /**
     * Deletes the oldest segment that was last written to before that time, and says how many of its events nobody has read.
     * One that is being written to stays, and one of which events are being sent: those are not lost yet, and somebody
     * counts on them.
     *
     * @return whether there was one
     */
    boolean dropOldest(Instant before, LongConsumer dropped) throws IOException {
        for (Segment segment : segments) {
            if (!isWritten(segment) && !isBeingSent(segment) && segment.lastWritten.isBefore(before)) {
                Files.deleteIfExists(segment.file);
                segments.remove(segment);
                unread -= segment.unread();
                dropped.accept(segment.unread());
                return true;
            }
        }
        return false;
    }

    private boolean isWritten(Segment segment) {
        return writer != null && segment == segments.getLast();
    }

    private boolean isBeingSent(Segment segment) {
        return segment.handedOutUpTo > 0
                && acknowledged.compareTo(new Position(segment.index, segment.handedOutUpTo)) < 0;
    }

    @Nullable
    SegmentWriter writer() {
        return writer;
    }

    String origin() {
        return origin;
    }

    long unread() {
        return unread;
    }

    /** The number of the next event that is read; without one, the largest number there is. */
    long nextNumber() {
        return unread == 0 ? Long.MAX_VALUE : firstUnread().numberAfterRead;
    }

    /** Whether nothing is left that anybody might still send or acknowledge. */
    boolean isDone() {
        return segments.isEmpty();
    }

    /** Leaves what is not settled on disk, for whoever comes next; leaves nothing behind when all is. */
    @Override
    public void close() throws IOException {
        try (lock;
                AckFile open = acks) {
            endSegment();
            dropRead();
            if (segments.isEmpty()) {
                Files.deleteIfExists(ackPath());
                Files.deleteIfExists(FolderLock.path(folder, origin));
            }
        }
    }
}
