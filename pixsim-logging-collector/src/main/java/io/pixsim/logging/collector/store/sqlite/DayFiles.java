package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.pixsim.logging.collector.store.StoreSize;
import org.jspecify.annotations.Nullable;

/** The files of all days. Safe for use by many threads; one alone makes new ones. */
final class DayFiles implements AutoCloseable {

    private static final Duration LOOKUP = Duration.ofSeconds(10);

    private final Path folder;
    private final NavigableMap<LocalDate, DayFile> files = new ConcurrentSkipListMap<>();

    private DayFiles(Path folder) {
        this.folder = folder;
    }

    static DayFiles open(Path folder) throws IOException, SQLException {
        DayFiles all = new DayFiles(folder);
        for (LocalDate day : daysIn(folder)) {
            all.files.put(day, DayFile.open(folder, day, all.nextId()));
        }
        return all;
    }

    private static Collection<LocalDate> daysIn(Path folder) throws IOException {
        NavigableMap<LocalDate, Path> days = new TreeMap<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                DayFile.dayOf(path).ifPresent(day -> days.put(day, path));
            }
        }
        return days.keySet();
    }

    /** The file that entries go to which arrive on a day. A clock that goes back does not go back to an older file. */
    DayFile forArrival(LocalDate today) throws SQLException {
        DayFile newest = newest();
        if (newest != null && !newest.day().isBefore(today)) {
            return newest;
        }
        DayFile file = DayFile.open(folder, today, nextId());
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

    long nextId() {
        DayFile newest = newest();
        return newest == null ? 1 : newest.extent().lastId() + 1;
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
            Boolean held = file.ask(
                    connection -> exists(connection, "SELECT 1 FROM entries WHERE event_uid = ?", uid),
                    Deadline.in(LOOKUP));
            if (held != null && held) {
                return true;
            }
        }
        return false;
    }

    /** Whether a batch of so many entries is stored in a file before a day. */
    boolean holdsBatch(String batchId, int entries, LocalDate before) throws SQLException {
        for (DayFile file : files.headMap(before).values()) {
            Boolean held = file.ask(
                    connection -> exists(
                            connection, "SELECT 1 FROM batches WHERE batch_id = ? AND entries = " + entries, batchId),
                    Deadline.in(LOOKUP));
            if (held != null && held) {
                return true;
            }
        }
        return false;
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

    StoreSize size() throws IOException {
        List<StoreSize.Day> days = new ArrayList<>();
        for (DayFile file : files.values()) {
            days.add(file.size());
        }
        long bytes = days.stream().mapToLong(StoreSize.Day::bytes).sum();
        long entries = days.stream().mapToLong(StoreSize.Day::entries).sum();
        return new StoreSize(bytes, entries, days, List.of());
    }

    @Override
    public void close() throws SQLException {
        for (DayFile file : files.values()) {
            file.close();
        }
    }
}
