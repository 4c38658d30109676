package io.pixsim.logging.files;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * The events that a query asks for, one at a time, merged by their times over all files; events of one file come in the
 * order of the file. Can be gone through once.
 *
 * <p>Memory is bounded: a line of each file whose times overlap with the others' at the moment, and 8 MiB for a compressed
 * file that is read against its order. What can't be read is passed over and counted. Not safe for use by many threads at
 * once.
 */
public final class LogReader implements Iterator<LoggedEvent>, AutoCloseable {

    /** How much later than its last event a file may have been written to by a clock that was set. */
    private static final Duration CLOCK = Duration.ofDays(1);

    private final LogQuery query;
    private final ZoneId zone;
    private final PriorityQueue<Source> sources;
    private long left;
    private long skippedLines;
    private int failedFiles;
    private @Nullable Source current;
    private @Nullable LoggedEvent next;

    LogReader(List<LogFile> files, LogQuery query, ZoneId zone) {
        this.query = query;
        this.zone = zone;
        this.left = query.limit();
        Comparator<Source> byTime = Comparator.comparing(Source::time).thenComparing(Source::order);
        this.sources = new PriorityQueue<>(11, query.isNewestFirst() ? byTime.reversed() : byTime);
        List<LogFile> inOrder = files.stream().sorted(LogFile.IN_ORDER).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            add(inOrder.get(i), i);
        }
    }

    private void add(LogFile file, int order) {
        if (query.from() != null && file.written().plus(CLOCK).isBefore(query.from())) {
            return;
        }
        try {
            sources.add(new Source(file, order, Source.bound(file, query.isNewestFirst())));
        } catch (IOException e) {
            failedFiles++;
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null && left > 0) {
            next = find();
        }
        return next != null;
    }

    /**
     * The next event.
     *
     * @return the event
     * @throws NoSuchElementException when there is none
     */
    @Override
    public LoggedEvent next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        LoggedEvent event = next;
        next = null;
        left--;
        return event;
    }

    /**
     * The events that are left, as a stream. Closing the stream closes this.
     *
     * @return a sequential stream
     */
    public Stream<LoggedEvent> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    /**
     * How many lines could not be read so far: broken, unfinished, longer than 16 MiB, or no event. Of lines that can't
     * match the query, and of files not yet reached, nothing is known.
     *
     * @return the count
     */
    public long skippedLines() {
        long open = sources.stream().mapToLong(Source::skipped).sum();
        return skippedLines + open + (current == null ? 0 : current.skipped());
    }

    /**
     * How many files could not be read to their end so far: they went away, or may not be read.
     *
     * @return the count
     */
    public int failedFiles() {
        return failedFiles;
    }

    @Override
    public void close() {
        left = 0;
        next = null;
        end(current);
        current = null;
        sources.forEach(this::end);
        sources.clear();
    }

    /** The event that gave the source its place was handed out, so the source moves on before others are compared. */
    private @Nullable LoggedEvent find() {
        if (current != null) {
            Source source = current;
            current = null;
            step(source);
        }
        Source source = sources.poll();
        while (source != null && !source.isOpen()) {
            step(source);
            source = sources.poll();
        }
        current = source;
        return source == null ? null : source.head();
    }

    private void step(Source source) {
        try {
            if (source.isOpen() ? source.advance() : source.open(query, zone)) {
                sources.add(source);
                return;
            }
        } catch (IOException e) {
            failedFiles++;
        }
        end(source);
    }

    private void end(@Nullable Source source) {
        if (source == null) {
            return;
        }
        skippedLines += source.skipped();
        try {
            source.close();
        } catch (IOException e) { // it was only read
            failedFiles++;
        }
    }
}
