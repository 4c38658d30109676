package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.pixsim.logging.collector.store.StoreSize;
import org.jspecify.annotations.Nullable;

/** The file of what arrived on one day, for those who read. Safe for use by many threads. */
final class DayFile implements AutoCloseable {

    private final FileName name;
    private final FileParts parts;
    private final Readers readers;
    private final List<Extent> missingBlocks;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private volatile Extent extent;
    private volatile FileState state;
    private volatile SoftReference<@Nullable DayCounts> counts = new SoftReference<>(null);
    private volatile @Nullable String damage;
    private volatile @Nullable DayFile replacement;
    private volatile boolean closed;

    private DayFile(Path folder, FileName name, Extent extent, FileState state, List<Extent> missingBlocks) {
        this.name = name;
        this.parts = new FileParts(name.in(folder));
        this.readers = new Readers(parts.main());
        this.extent = extent;
        this.state = state;
        this.missingBlocks = missingBlocks;
    }

    /** Opens the file of a day, or makes it; what a crash left half done is undone by SQLite. */
    static DayFile open(Path folder, FileName name, long firstIdIfNew) throws SQLException {
        Path path = name.in(folder);
        try (Connection connection = Connections.openForWriting(path)) {
            Schema.create(connection, firstIdIfNew);
            Extent extent = Extent.read(connection);
            FileState state = FileState.read(connection);
            List<Extent> missing = state.sealed() ? List.of() : MissingBlocks.in(connection, extent);
            return new DayFile(folder, name, extent, state, missing);
        }
    }

    LocalDate day() {
        return name.day();
    }

    FileName name() {
        return name;
    }

    Path path() {
        return parts.main();
    }

    FileParts parts() {
        return parts;
    }

    Extent extent() {
        return extent;
    }

    /** Lets readers see what was committed. */
    void extend(Extent seen) {
        extent = seen;
    }

    FileState state() {
        return state;
    }

    void update(FileState now) {
        state = now;
    }

    /** Of which entries it should have told when it was opened and did not; entries after them are for who writes. */
    List<Extent> missingBlocks() {
        return missingBlocks;
    }

    /** Why it can't be read any more, if so; there is nothing in it for those who ask. */
    Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    /** All that is counted of a file that is done with; nothing while it is not, or when not all of it is counted. */
    Optional<DayCounts> counts(Deadline deadline) throws SQLException {
        if (!state.sealed() || state.countedTo() < extent.lastId()) {
            return Optional.empty();
        }
        DayCounts known = counts.get();
        if (known == null) {
            known = ask(reader -> DayCounts.read(reader.connection()), deadline);
            counts = new SoftReference<>(known);
        }
        return Optional.ofNullable(known);
    }

    /**
     * Asks the file.
     *
     * @return the answer, or null when the file is gone by now, or can't be read
     */
    <T> @Nullable T ask(ReadConnection.Question<T> question, Deadline deadline) throws SQLException {
        DayFile newer = replacement;
        if (newer != null) {
            return newer.ask(question, deadline);
        }
        open.readLock().lock();
        try {
            if (!closed) {
                return damage == null ? readers.ask(question, deadline) : null;
            }
        } catch (SQLException e) {
            if (!Damage.isMeantBy(e)) {
                throw e;
            }
            damage = e.getMessage();
            return null;
        } finally {
            open.readLock().unlock();
        }
        newer = replacement;
        return newer == null ? null : newer.ask(question, deadline);
    }

    /** How much it holds, and the room it takes on the disk. */
    StoreSize.Day size() throws IOException {
        Extent held = extent;
        long bytes = parts.bytes();
        if (held.isEmpty()) {
            return new StoreSize.Day(day(), bytes, 0, 0, 0, state.sealed());
        }
        long entries = held.lastId() - held.firstId() + 1 - state.entriesGone();
        return new StoreSize.Day(day(), bytes, entries, held.minMicros(), held.maxMicros(), state.sealed());
    }

    /** Waits for those who read; whoever comes later finds nothing. */
    @Override
    public void close() throws SQLException {
        open.writeLock().lock();
        try {
            closed = true;
            readers.close();
        } finally {
            open.writeLock().unlock();
        }
    }

    void delete() throws SQLException, IOException {
        close();
        parts.delete();
    }

    /** Whoever still comes here is sent to another file; then this one is deleted. */
    void deleteFor(DayFile other) throws SQLException, IOException {
        replacement = other;
        delete();
    }
}
