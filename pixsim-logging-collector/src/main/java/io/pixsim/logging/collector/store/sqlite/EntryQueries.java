package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.sql.Where;
import io.pixsim.logging.collector.store.sqlite.PlaceSearch.Place;
import org.jspecify.annotations.Nullable;

/** Entries out of all files: first the places of a page are found, only then are its rows read. */
final class EntryQueries {

    private static final int MAX_PAGE_SIZE = 8 << 20;

    private final DayFiles files;

    EntryQueries(DayFiles files) {
        this.files = files;
    }

    EntryPage page(EntryQuery query, Deadline deadline) throws SQLException {
        PlaceSearch.Found found = new PlaceSearch(query, query.offset() + query.limit() + 1, deadline).in(files.all());
        List<Place> places = found.places();
        int from = Math.min(query.offset(), places.size());
        int to = Math.min(query.offset() + query.limit(), places.size());
        List<LogEntry> entries = new ArrayList<>();
        int read = read(places.subList(from, to), entries, deadline);
        boolean isCutOff = from + read < places.size();
        Position lookedUpTo = isCutOff ? null : found.lookedUpTo();
        return new EntryPage(entries, isCutOff || lookedUpTo != null, lookedUpTo);
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
        Long found = file.ask(reader -> count(reader, file, filter, atMost), deadline);
        return found == null ? 0 : found;
    }

    private static long count(ReadConnection reader, DayFile file, EntryFilter filter, long atMost)
            throws SQLException {
        Optional<BlockSearch> blocks = BlockSearch.of(file, filter);
        Optional<Long> counted = blocks.isPresent() ? blocks.get().count(reader, atMost) : Optional.empty();
        if (counted.isPresent()) {
            return counted.get();
        }
        Optional<String> ids = RecentIds.question(file, filter);
        Optional<String> hits = ids.isPresent() ? ids : TextIndex.question(file, filter);
        String index = ids.isPresent() ? RecentIds.FOUND : TextIndex.FOUND;
        Where where = Conditions.of(filter);
        String sql = "SELECT count(*) FROM (SELECT 1 FROM " + (hits.isPresent() ? index : "entries") + " WHERE "
                + where.sql() + " LIMIT ?)";
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
