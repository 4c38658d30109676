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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.pixsim.logging.collector.store.StoreSize;
import org.jspecify.annotations.Nullable;

/** The files of all days. Safe for use by many threads. */
final class DayFiles implements AutoCloseable {

    private static final Duration LOOKUP = Duration.ofSeconds(10);

    /** More entries than arrive in a day. */
    private static final long IDS_OF_A_DAY = 1L << 34;

    /** Files are begun in the order of their ids, which is not that of their days when the clock was ahead for a while. */
    private static final Comparator<DayFile> BY_IDS =
            Comparator.<DayFile>comparingLong(file -> file.extent().firstId()).thenComparing(DayFile::day);

    private final Folder folder;
    private final NavigableMap<LocalDate, DayFile> files = new ConcurrentSkipListMap<>();
    private volatile @Nullable DayFile newest;
    private volatile long leastNextId = 1;
    private volatile LocalDate lastSetAside = LocalDate.MIN;

    private DayFiles(Folder folder) {
        this.folder = folder;
    }

    /** Opens what is there; what can't be read is set aside, so that the rest can be. */
    static DayFiles open(Path path) throws IOException, SQLException {
        DayFiles all = new DayFiles(new Folder(path));
        for (FileName name : all.folder.names()) {
            try {
                all.files.put(name.day(), DayFile.open(path, name, all.nextId()));
                all.newest = all.lastBegun();
            } catch (SQLException e) {
                if (!Damage.isMeantBy(e)) {
                    throw new SQLException(name.in(path) + ": " + e.getMessage(), e);
                }
                all.folder.setAside(name);
                all.leastNextId = all.nextId() + IDS_OF_A_DAY;
                all.lastSetAside = name.day();
            }
        }
        return all;
    }

    Folder folder() {
        return folder;
    }

    /** The file that entries go to which arrive on a day; a new one where none takes them. */
    synchronized DayFile forArrival(LocalDate today) throws SQLException {
        DayFile last = newest;
        if (last != null && takes(last, today)) {
            return last;
        }
        LocalDate day = firstFree(today);
        // Two files that begin with the same id are told apart by their days, which are in the wrong order here.
        boolean wouldBeOlder =
                last != null && last.extent().isEmpty() && last.day().isAfter(day);
        DayFile file = DayFile.open(folder.path(), new FileName(day, 0), wouldBeOlder ? nextId() + 1 : nextId());
        newest = file;
        files.put(day, file);
        return file;
    }

    /**
     * Whether a file takes what arrives on a day. A clock that goes back goes on in the newest file, unless that one is more
     * than a day ahead: else a clock that was wrong once would have no day end for years.
     */
    boolean takes(DayFile file, LocalDate today) {
        boolean isFarAhead = file.day().isAfter(today.plusDays(1)) && file.day().isAfter(firstFree(today));
        boolean idsGoOn = file.extent().lastId() + 1 >= leastNextId || lastSetAside.isBefore(file.day());
        return file == newest
                && !file.day().isBefore(today)
                && !isFarAhead
                && idsGoOn
                && !file.state().sealed();
    }

    private LocalDate firstFree(LocalDate from) {
        LocalDate day = from;
        while (files.containsKey(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * The day on which a file's entries arrived, whatever the clock was when it got its name: not after today, and not before
     * the days of the files that were begun before it.
     */
    LocalDate arrival(DayFile file, LocalDate today) {
        List<DayFile> possible = files.values().stream()
                .filter(other -> !other.day().isAfter(today))
                .sorted(BY_IDS)
                .toList();
        LocalDate earliest = LocalDate.MIN;
        for (DayFile other : possible) {
            earliest = other.day().isAfter(earliest) ? other.day() : earliest;
            if (BY_IDS.compare(other, file) >= 0) {
                return earliest;
            }
        }
        return today;
    }

    List<DayFile> all() {
        return List.copyOf(files.values());
    }

    /** All but the newest, oldest first. */
    List<DayFile> older() {
        DayFile last = newest;
        return files.values().stream()
                .filter(file -> file != last)
                .sorted(BY_IDS)
                .toList();
    }

    /** Those of a day and of the days after it. */
    Collection<DayFile> since(LocalDate day) {
        return files.tailMap(day).values();
    }

    /** Nobody knows which ids were in a file that could not be read: none of them is given out again. */
    private long nextId() {
        return Math.max(leastNextId, lastId() + 1);
    }

    /** The id of the newest entry that can be read; 0 when there never was one. */
    long lastId() {
        DayFile last = newest;
        return last == null ? 0 : last.extent().lastId();
    }

    @Nullable
    DayFile newest() {
        return newest;
    }

    private @Nullable DayFile lastBegun() {
        return files.values().stream().max(BY_IDS).orElse(null);
    }

    /** Whether an event is stored in a file. */
    static boolean holdsUid(DayFile file, String uid) throws SQLException {
        return holds(file, "SELECT 1 FROM entries WHERE event_uid = ?", uid);
    }

    /** Whether a batch of so many entries is stored in another file than one. */
    boolean holdsBatch(String batchId, int entries, DayFile but) throws SQLException {
        for (DayFile file : files.values()) {
            if (file != but
                    && holds(file, "SELECT 1 FROM batches WHERE batch_id = ? AND entries = " + entries, batchId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(DayFile file, String sql, String argument) throws SQLException {
        Boolean held = file.ask(reader -> exists(reader.statement(sql), argument), Deadline.in(LOOKUP));
        return held != null && held;
    }

    static boolean exists(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return exists(statement, argument);
        }
    }

    private static boolean exists(PreparedStatement statement, String argument) throws SQLException {
        statement.setString(1, argument);
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** Unlinks a file; never the newest, since ids go on from it. */
    void delete(DayFile file) throws SQLException, IOException {
        if (file == newest || !files.remove(file.day(), file)) {
            throw new IllegalArgumentException("not an older file: " + file.path());
        }
        file.delete();
    }

    /** Goes on without a file that can't be written any more. */
    synchronized void setAside(DayFile file) throws SQLException, IOException {
        leastNextId = nextId();
        lastSetAside = file.day().isAfter(lastSetAside) ? file.day() : lastSetAside;
        if (files.remove(file.day(), file)) {
            newest = lastBegun();
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
