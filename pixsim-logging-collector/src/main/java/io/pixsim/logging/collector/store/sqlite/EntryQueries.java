package io.pixsim.logging.collector.store.sqlite;

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
import io.pixsim.logging.collector.store.sql.Where;
import org.jspecify.annotations.Nullable;

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
        Optional<String> question = TextIndex.question(file, query.filter());
        List<Place> places = file.ask(
                reader -> {
                    if (question.isEmpty()) {
                        return places(reader, file, query, question, needed);
                    }
                    int few = few(file, needed);
                    int hits = TextIndex.hits(reader, question.get(), few);
                    return hits == 0
                            ? List.of()
                            : places(reader, file, query, hits < few ? question : Optional.empty(), needed);
                },
                deadline);
        return places == null ? List.of() : places;
    }

    /**
     * For less hits than this it costs less to read all that the index finds and sort it, than to read the file in order
     * until there is enough: the more there are, the sooner that is.
     */
    private static int few(DayFile file, int needed) {
        Extent extent = file.extent();
        return (int) Math.sqrt(0.6 * needed * (extent.lastId() - extent.firstId() + 1)) + 1;
    }

    private static List<Place> places(
            ReadConnection reader, DayFile file, EntryQuery query, Optional<String> hits, int needed)
            throws SQLException {
        Where where = Conditions.of(query);
        String sql = "SELECT ts, id FROM " + (hits.isPresent() ? TextIndex.FOUND : "entries") + " WHERE " + where.sql()
                + " ORDER BY " + orderBy(query.order()) + " LIMIT ?";
        PreparedStatement statement = reader.statement(sql);
        int next = 1;
        if (hits.isPresent()) {
            statement.setString(next++, hits.get());
        }
        statement.setInt(where.bind(statement, next), needed);
        return placesOf(statement, file);
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
            Run read = file.ask(reader -> rows(reader, run, MAX_PAGE_SIZE - before), deadline);
            if (read == null) { // retention was quicker
                done = end;
                continue;
            }
            into.addAll(read.entries());
            done += read.places();
            size += read.entries().stream().mapToLong(LogEntry::size).sum();
        }
        return done;
    }

    /** Entries that were read, and the places that took: of some, retention has deleted the entry meanwhile. */
    private record Run(List<LogEntry> entries, int places) {}

    private static Run rows(ReadConnection reader, List<Place> places, long maxSize) throws SQLException {
        PreparedStatement statement = reader.statement(Rows.SELECT_LIST);
        statement.setString(
                1, places.stream().map(place -> place.position().id()).toList().toString());
        List<LogEntry> entries = new ArrayList<>();
        long size = 0;
        int read = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (size < maxSize && row.next()) {
                LogEntry entry = Rows.read(row);
                entries.add(entry);
                size += entry.size();
                read = after(places, read, entry.id());
            }
        }
        return new Run(entries, size < maxSize ? places.size() : read);
    }

    /** The index after that of an id, from an index on. */
    private static int after(List<Place> places, int from, long id) {
        int index = from;
        while (places.get(index).position().id() != id) {
            index++;
        }
        return index + 1;
    }

    Optional<LogEntry> find(long id, Deadline deadline) throws SQLException {
        for (DayFile file : files.all()) {
            Extent extent = file.extent();
            if (id >= extent.firstId() && id <= extent.lastId()) {
                Optional<LogEntry> found = file.ask(reader -> Optional.ofNullable(row(reader, id)), deadline);
                return found == null ? Optional.empty() : found;
            }
        }
        return Optional.empty();
    }

    private static @Nullable LogEntry row(ReadConnection reader, long id) throws SQLException {
        PreparedStatement statement = reader.statement(Rows.SELECT);
        statement.setLong(1, id);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Rows.read(row) : null;
        }
    }

    long count(EntryFilter filter, long atMost, Deadline deadline) throws SQLException {
        Optional<KindFilter> kinds = KindFilter.of(filter);
        long count = 0;
        for (DayFile file : files.all()) {
            if (count >= atMost) {
                return atMost;
            }
            if (file.extent().overlaps(filter.fromMicros(), filter.toMicros())) {
                count += count(file, filter, kinds, atMost - count, deadline);
            }
        }
        return Math.min(count, atMost);
    }

    private static long count(
            DayFile file, EntryFilter filter, Optional<KindFilter> kinds, long atMost, Deadline deadline)
            throws SQLException {
        if (kinds.isPresent() && file.extent().isWithin(filter)) {
            Optional<DayCounts> counts = file.counts(deadline);
            if (counts.isPresent()) {
                return counts.get().count(kinds.get());
            }
        }
        Optional<String> hits = TextIndex.question(file, filter);
        Long found = file.ask(reader -> count(reader, filter, hits, atMost), deadline);
        return found == null ? 0 : found;
    }

    private static long count(ReadConnection reader, EntryFilter filter, Optional<String> hits, long atMost)
            throws SQLException {
        Where where = Conditions.of(filter);
        String sql = "SELECT count(*) FROM (SELECT 1 FROM " + (hits.isPresent() ? TextIndex.FOUND : "entries")
                + " WHERE " + where.sql() + " LIMIT ?)";
        PreparedStatement statement = reader.statement(sql);
        int next = 1;
        if (hits.isPresent()) {
            statement.setString(next++, hits.get());
        }
        statement.setLong(where.bind(statement, next), atMost);
        try (ResultSet row = statement.executeQuery()) {
            return row.getLong(1);
        }
    }
}
