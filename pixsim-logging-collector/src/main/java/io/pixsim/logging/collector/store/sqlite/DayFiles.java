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

    long nextId() {
        DayFile newest = newest();
        return newest == null ? 1 : newest.extent().lastId() + 1;
    }

    private @Nullable DayFile newest() {
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

    /** Unlinks the files of the days before one; the newest stays, since ids go on from it. Gives what is gone. */
    List<LocalDate> deleteBefore(LocalDate day) throws SQLException, IOException {
        List<LocalDate> gone = new ArrayList<>();
        for (DayFile file : List.copyOf(files.headMap(day).values())) {
            if (file == newest()) {
                break;
            }
            files.remove(file.day());
            file.delete();
            gone.add(file.day());
        }
        return gone;
    }

    @Override
    public void close() throws SQLException {
        for (DayFile file : files.values()) {
            file.close();
        }
    }
}
