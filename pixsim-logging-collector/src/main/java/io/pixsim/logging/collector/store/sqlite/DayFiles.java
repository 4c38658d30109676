package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.pixsim.logging.collector.store.StoreSize;
import org.jspecify.annotations.Nullable;

/** The files of all days. Safe for use by many threads; one alone makes new ones. */
final class DayFiles implements AutoCloseable {

    private static final Duration LOOKUP = Duration.ofSeconds(10);

    /** More entries than arrive in a day. */
    private static final long IDS_OF_A_DAY = 1L << 34;

    private final Folder folder;
    private volatile long leastNextId = 1;
    private final NavigableMap<LocalDate, DayFile> files = new ConcurrentSkipListMap<>();

    private DayFiles(Folder folder) {
        this.folder = folder;
    }

    /** Opens what is there; what can't be read is set aside, so that the rest can be. */
    static DayFiles open(Path path) throws IOException, SQLException {
        DayFiles all = new DayFiles(new Folder(path));
        for (FileName name : all.folder.names()) {
            try {
                all.files.put(name.day(), DayFile.open(path, name, all.nextId()));
            } catch (SQLException e) {
                if (!Damage.isMeantBy(e)) {
                    throw new SQLException(name.in(path) + ": " + e.getMessage(), e);
                }
                all.folder.setAside(name);
                all.leastNextId = all.nextId() + IDS_OF_A_DAY;
            }
        }
        return all;
    }

    Folder folder() {
        return folder;
    }

    /** The file that entries go to which arrive on a day. A clock that goes back does not go back to an older file. */
    DayFile forArrival(LocalDate today) throws SQLException {
        DayFile newest = newest();
        if (newest != null && !newest.day().isBefore(today)) {
            return newest;
        }
        DayFile file = DayFile.open(folder.path(), new FileName(today, 0), nextId());
        files.put(today, file);
        return file;
    }

    List<DayFile> all() {
        return List.copyOf(files.values());
    }

    /** All but the newest, oldest first. */
    List<DayFile> older() {
        List<DayFile> all = new ArrayList<>(files.values());
        return all.isEmpty() ? all : all.subList(0, all.size() - 1);
    }

    /** Nobody knows which ids were in a file that could not be read: none of them is given out again. */
    long nextId() {
        DayFile newest = newest();
        return Math.max(leastNextId, newest == null ? 1 : newest.extent().lastId() + 1);
    }

    @Nullable
    DayFile newest() {
        var last = files.lastEntry();
        return last == null ? null : last.getValue();
    }

    /** Whether an event is stored in a file of a day from one on and before another. */
    boolean holdsUid(String uid, LocalDate from, LocalDate before) throws SQLException {
        if (!from.isBefore(before)) {
            return false;
        }
        for (DayFile file : files.subMap(from, before).values()) {
            if (holds(file, "SELECT 1 FROM entries WHERE event_uid = ?", uid)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a batch of so many entries is stored in a file before a day. */
    boolean holdsBatch(String batchId, int entries, LocalDate before) throws SQLException {
        for (DayFile file : files.headMap(before).values()) {
            if (holds(file, "SELECT 1 FROM batches WHERE batch_id = ? AND entries = " + entries, batchId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(DayFile file, String sql, String argument) throws SQLException {
        Boolean held = file.ask(connection -> exists(connection, sql, argument), Deadline.in(LOOKUP));
        return held != null && held;
    }

    static boolean exists(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Unlinks a file; never the newest, since ids go on from it. */
    void delete(DayFile file) throws SQLException, IOException {
        if (file == newest() || !files.remove(file.day(), file)) {
            throw new IllegalArgumentException("not an older file: " + file.path());
        }
        file.delete();
    }

    /** Goes on without a file that can't be written any more. */
    void setAside(DayFile file) throws SQLException, IOException {
        leastNextId = nextId();
        if (files.remove(file.day(), file)) {
            file.close();
            folder.setAside(file.name());
        }
    }

    /** Puts another file of the same day in the place of one. */
    void replace(DayFile file, DayFile by) throws SQLException, IOException {
        files.put(by.day(), by);
        file.deleteFor(by);
    }

    StoreSize size() throws IOException {
        List<StoreSize.Day> days = new ArrayList<>();
        List<String> unreadable = new ArrayList<>(folder.setAside());
        for (DayFile file : files.values()) {
            days.add(file.size());
            file.damage().ifPresent(damage -> unreadable.add(file.path().getFileName() + ": " + damage));
        }
        long bytes = days.stream().mapToLong(StoreSize.Day::bytes).sum();
        long entries = days.stream().mapToLong(StoreSize.Day::entries).sum();
        return new StoreSize(bytes + folder.bytesSetAside(), entries, days, unreadable);
    }

    @Override
    public void close() throws SQLException {
        for (DayFile file : files.values()) {
            file.close();
        }
    }
}
