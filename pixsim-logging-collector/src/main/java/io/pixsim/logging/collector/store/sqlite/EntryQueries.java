package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;

/**
 * Entries out of all files. Files are of the day of arrival, so their times overlap a little: places are merged first, and a
 * file that can have no better one is not opened; only then are the rows of the page read.
 */
final class EntryQueries {

    private static final int MAX_PAGE_SIZE = 8 << 20;

    private final DayFiles files;

    EntryQueries(DayFiles files) {
        this.files = files;
    }

    /** A place, and the file that it is in. */
    private record Place(Position position, DayFile file) {}

    EntryPage page(EntryQuery query, Deadline deadline) throws SQLException {
        List<Place> places = places(query, query.offset() + query.limit() + 1, deadline);
        int from = Math.min(query.offset(), places.size());
        int to = Math.min(query.offset() + query.limit(), places.size());
        List<LogEntry> entries = new ArrayList<>();
        int read = read(places.subList(from, to), entries, deadline);
        return new EntryPage(entries, from + read < places.size());
    }

    private List<Place> places(EntryQuery query, int needed, Deadline deadline) throws SQLException {
        Comparator<Position> order = query.order().comparator();
        List<DayFile> candidates = new ArrayList<>(files.all());
        candidates.removeIf(file -> !file.extent().mayHold(query));
        candidates.sort(Comparator.comparing(file -> file.extent().best(query), order));
        List<Place> places = new ArrayList<>();
        for (DayFile file : candidates) {
            boolean full = places.size() >= needed;
            if (full
                    && order.compare(
                                    places.get(needed - 1).position(),
                                    file.extent().best(query))
                            <= 0) {
                break;
            }
            places.addAll(placesIn(file, query, needed, deadline));
            places.sort(Comparator.comparing(Place::position, order));
            if (places.size() > needed) {
                places.subList(needed, places.size()).clear();
            }
        }
        return places;
    }

    private static List<Place> placesIn(DayFile file, EntryQuery query, int needed, Deadline deadline)
            throws SQLException {
        Where where = Conditions.of(query);
        String sql =
                "SELECT ts, id FROM entries WHERE " + where.sql() + " ORDER BY " + orderBy(query.order()) + " LIMIT ?";
        List<Place> places = file.ask(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.setInt(where.bind(statement), needed);
                        return placesOf(statement, file);
                    }
                },
                deadline);
        return places == null ? List.of() : places;
    }

    private static List<Place> placesOf(PreparedStatement statement, DayFile file) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                places.add(new Place(new Position(row.getLong(1), row.getLong(2)), file));
            }
        }
        return places;
    }

    private static String orderBy(Order order) {
        return switch (order) {
            case NEWEST_FIRST -> "ts DESC, id DESC";
            case OLDEST_FIRST -> "ts, id";
            case ARRIVAL -> "id";
        };
    }

    /** Reads entries until the page is large; gives how many places that took. */
    private static int read(List<Place> places, List<LogEntry> into, Deadline deadline) throws SQLException {
        int done = 0;
        long size = 0;
        while (done < places.size() && size < MAX_PAGE_SIZE) {
            DayFile file = places.get(done).file();
            int end = done;
            while (end < places.size() && places.get(end).file() == file) {
                end++;
            }
            List<Place> run = places.subList(done, end);
            long before = size;
            List<LogEntry> entries = file.ask(connection -> rows(connection, run, MAX_PAGE_SIZE - before), deadline);
            if (entries == null) { // retention was quicker
                done = end;
                continue;
            }
            into.addAll(entries);
            done += entries.size();
            size += entries.stream().mapToLong(LogEntry::size).sum();
        }
        return done;
    }

    private static List<LogEntry> rows(Connection connection, List<Place> places, long maxSize) throws SQLException {
        List<LogEntry> entries = new ArrayList<>();
        long size = 0;
        try (PreparedStatement statement = connection.prepareStatement(Rows.SELECT)) {
            for (int i = 0; i < places.size() && size < maxSize; i++) {
                LogEntry entry = row(statement, places.get(i).position().id());
                entries.add(entry);
                size += entry.size();
            }
        }
        return entries;
    }

    Optional<LogEntry> find(long id, Deadline deadline) throws SQLException {
        for (DayFile file : files.all()) {
            Extent extent = file.extent();
            if (id >= extent.firstId() && id <= extent.lastId()) {
                return Optional.ofNullable(file.ask(connection -> row(connection, id), deadline));
            }
        }
        return Optional.empty();
    }

    private static LogEntry row(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Rows.SELECT)) {
            return row(statement, id);
        }
    }

    private static LogEntry row(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no entry " + id);
            }
            return Rows.read(row);
        }
    }

    long count(EntryFilter filter, long atMost, Deadline deadline) throws SQLException {
        Where where = Conditions.of(filter);
        String sql = "SELECT count(*) FROM (SELECT 1 FROM entries WHERE " + where.sql() + " LIMIT ?)";
        long count = 0;
        for (DayFile file : files.all()) {
            if (count >= atMost) {
                return atMost;
            }
            if (!file.extent().overlaps(filter.fromMicros(), filter.toMicros())) {
                continue;
            }
            long rest = atMost - count;
            Long found = file.ask(connection -> count(connection, sql, where, rest), deadline);
            count += found == null ? 0 : found;
        }
        return count;
    }

    private static long count(Connection connection, String sql, Where where, long atMost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(where.bind(statement), atMost);
            try (ResultSet row = statement.executeQuery()) {
                return row.getLong(1);
            }
        }
    }
}
