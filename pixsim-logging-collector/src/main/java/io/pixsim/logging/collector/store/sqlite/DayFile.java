package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.pixsim.logging.collector.store.StoreSize;
import org.jspecify.annotations.Nullable;

/** The file of what arrived on one day, for those who read. Safe for use by many threads. */
final class DayFile implements AutoCloseable {

    private static final String PREFIX = "entries-";
    private static final String SUFFIX = ".sqlite";

    private final LocalDate day;
    private final Path path;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private final ConcurrentLinkedDeque<ReadConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile Extent extent;
    private volatile boolean closed;

    private DayFile(LocalDate day, Path path, Extent extent) {
        this.day = day;
        this.path = path;
        this.extent = extent;
    }

    /** Opens the file of a day, or makes it; what a crash left half done is undone by SQLite. */
    static DayFile open(Path folder, LocalDate day, long firstIdIfNew) throws SQLException {
        Path path = folder.resolve(PREFIX + day + SUFFIX);
        try (Connection connection = Connections.openForWriting(path)) {
            Schema.create(connection, firstIdIfNew);
            return new DayFile(day, path, Extent.read(connection));
        } catch (SQLException e) {
            throw new SQLException(path + ": " + e.getMessage(), e);
        }
    }

    /** The day that a file of that name is for. */
    static Optional<LocalDate> dayOf(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    LocalDate day() {
        return day;
    }

    Path path() {
        return path;
    }

    Extent extent() {
        return extent;
    }

    /** Lets readers see what was committed. */
    void extend(Extent seen) {
        extent = seen;
    }

    /**
     * Asks the file.
     *
     * @return the answer, or null when the file is gone by now
     */
    <T> @Nullable T ask(ReadConnection.Question<T> question, Deadline deadline) throws SQLException {
        open.readLock().lock();
        try {
            if (closed) {
                return null;
            }
            ReadConnection reader = idle.pollFirst();
            if (reader == null) {
                reader = ReadConnection.open(path);
            }
            boolean good = false;
            try {
                T answer = reader.ask(question, deadline);
                good = true;
                return answer;
            } finally {
                giveBack(reader, good);
            }
        } finally {
            open.readLock().unlock();
        }
    }

    private void giveBack(ReadConnection reader, boolean good) throws SQLException {
        if (good) {
            idle.addFirst(reader);
        } else {
            reader.close();
        }
    }

    /** Waits for those who read; whoever comes later finds nothing. */
    @Override
    public void close() throws SQLException {
        open.writeLock().lock();
        try {
            closed = true;
            for (ReadConnection reader = idle.poll(); reader != null; reader = idle.poll()) {
                reader.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    /** Counts what it holds and the room on the disk, the log beside it included. */
    StoreSize.Day size() throws IOException {
        long bytes = 0;
        for (Path part : parts()) {
            bytes += Files.exists(part) ? Files.size(part) : 0;
        }
        Extent held = extent;
        return held.isEmpty()
                ? new StoreSize.Day(day, bytes, 0, 0, 0, false)
                : new StoreSize.Day(
                        day, bytes, held.lastId() - held.firstId() + 1, held.minMicros(), held.maxMicros(), false);
    }

    void delete() throws SQLException, IOException {
        close();
        for (Path part : parts()) {
            Files.deleteIfExists(part);
        }
    }

    private List<Path> parts() {
        String name = String.valueOf(path.getFileName());
        return List.of(path, path.resolveSibling(name + "-wal"), path.resolveSibling(name + "-shm"));
    }
}
