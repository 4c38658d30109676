package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of one page. Files are of the day of arrival, so their times overlap a little: places are merged, and a file
 * that can have no better one is not opened. Where no index helps and the query is impatient, a file is looked through slice by
 * slice, newest first, until there is enough or the time is over. Used once.
 */
final class PlaceSearch {

    /** Small enough that a slice takes little beside any patience, large enough that beginning one costs nothing. */
    private static final int SLICE = 10_000;

    private static final Set<Column> INDEXED = EnumSet.of(Column.JOB_ID, Column.REQUEST_ID, Column.TRACE_ID);
    private static final Set<Column> INDEXED_WHEN_SEALED =
            EnumSet.of(Column.SERVICE, Column.STAGE, Column.PROVIDER_ID, Column.ERROR_TYPE, Column.USER_ID);

    private final EntryQuery query;
    private final int needed;
    private final Deadline deadline;
    private final @Nullable Deadline patience;
    private final Comparator<Position> order;
    private final List<Place> places = new ArrayList<>();

    /** A place, and the file that it is in. */
    record Place(Position position, DayFile file) {}

    /**
     * What was found.
     *
     * @param places in the order of the query, as many as were needed if there are
     * @param lookedUpTo how far it came when its time was over; null when it came to the end or found enough
     */
    record Found(List<Place> places, @Nullable Position lookedUpTo) {}

    PlaceSearch(EntryQuery query, int needed, Deadline deadline) {
        this.query = query;
        this.needed = needed;
        this.deadline = deadline;
        this.patience = query.patience() == null ? null : Deadline.in(query.patience());
        this.order = query.order().comparator();
    }

    Found in(Collection<DayFile> files) throws SQLException {
        List<DayFile> candidates = new ArrayList<>(files);
        candidates.removeIf(file -> !file.extent().mayHold(query));
        List<DayFile> slow = candidates.stream().filter(this::isLookedThrough).toList();
        Position lookedUpTo = slow.isEmpty() ? null : lookThrough(slow);
        candidates.removeAll(slow);
        candidates.sort(Comparator.comparing(file -> file.extent().best(query), order));
        for (DayFile file : candidates) {
            Position best = file.extent().best(query);
            if (isFullBefore(best) || (lookedUpTo != null && order.compare(lookedUpTo, best) <= 0)) {
                break;
            }
            add(file, query);
        }
        if (lookedUpTo != null) {
            places.removeIf(place -> order.compare(lookedUpTo, place.position()) <= 0);
        }
        return new Found(places, places.size() < needed ? lookedUpTo : null);
    }

    private boolean isFullBefore(Position next) {
        return places.size() >= needed && order.compare(places.get(needed - 1).position(), next) <= 0;
    }

    /** Looks through files at a time, slice by slice; gives how far it came when it came not to the end. */
    private @Nullable Position lookThrough(List<DayFile> slow) throws SQLException {
        EntryFilter filter = query.filter();
        long last = query.after() == null
                ? filter.toMicros()
                : Math.min(filter.toMicros(), query.after().micros());
        while (true) {
            long first = beginOfSlice(slow, last);
            EntryQuery slice = query.with(
                    filter.toBuilder().fromMicros(first).toMicros(last).build());
            for (DayFile file : slow) {
                if (file.extent().mayHold(slice)) {
                    add(file, slice);
                }
            }
            Position rest = new Position(first, 0);
            if (first == filter.fromMicros() || isFullBefore(rest)) {
                return null;
            }
            if (patience == null || patience.isOver()) {
                return rest;
            }
            last = first - 1;
        }
    }

    /** Whether more has to be read of a file than is found, and someone waits. */
    private boolean isLookedThrough(DayFile file) {
        return patience != null && query.order() == Order.NEWEST_FIRST && !isIndexed(file);
    }

    private boolean isIndexed(DayFile file) {
        EntryFilter filter = query.filter();
        Set<Column> equal = filter.equal().keySet();
        if (equal.stream().anyMatch(INDEXED::contains)) {
            return true;
        }
        if (filter.search() != null) {
            return TextIndex.question(file, filter).isPresent();
        }
        boolean sealed = file.state().sealed();
        return filter.stagePrefix() == null
                && (equal.isEmpty() || (sealed && equal.stream().anyMatch(INDEXED_WHEN_SEALED::contains)));
    }

    /** The time that so many entries of one of the files are newer than. */
    private long beginOfSlice(List<DayFile> slow, long last) throws SQLException {
        long first = query.filter().fromMicros();
        for (DayFile file : slow) {
            OptionalLong begin = file.ask(reader -> beginOfSlice(reader, last), deadline);
            first = Math.max(first, begin == null ? Long.MIN_VALUE : begin.orElse(Long.MIN_VALUE));
        }
        return first;
    }

    private static OptionalLong beginOfSlice(ReadConnection reader, long last) throws SQLException {
        String sql = "SELECT ts FROM entries WHERE ts <= ? ORDER BY ts DESC LIMIT 1 OFFSET " + SLICE;
        PreparedStatement statement = reader.statement(sql);
        statement.setLong(1, last);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private void add(DayFile file, EntryQuery part) throws SQLException {
        List<Position> found = file.ask(reader -> placesIn(reader, file, part), deadline);
        if (found == null) { // gone, or not to be read
            return;
        }
        found.forEach(position -> places.add(new Place(position, file)));
        places.sort(Comparator.comparing(Place::position, order));
        if (places.size() > needed) {
            places.subList(needed, places.size()).clear();
        }
    }

    private List<Position> placesIn(ReadConnection reader, DayFile file, EntryQuery part) throws SQLException {
        Optional<String> question = TextIndex.question(file, part.filter());
        PlaceSelect inOrder = PlaceSelect.inOrder(file.state().sealed(), part);
        Optional<String> ids = RecentIds.question(file, part.filter());
        if (ids.isPresent() && RecentIds.areLess(reader, ids.get(), few(file))) {
            return PlaceSelect.ofRecentIds(ids.get(), part).first(reader, needed);
        }
        if (question.isEmpty()) {
            return inOrder.first(reader, needed);
        }
        int few = few(file);
        int hits = TextIndex.hits(reader, question.get(), few);
        if (hits == 0) {
            return List.of();
        }
        return (hits < few ? PlaceSelect.ofHits(question.get(), part) : inOrder).first(reader, needed);
    }

    /**
     * For less hits than this it costs less to read all that the index finds and sort it, than to read the file in order
     * until there is enough: the more there are, the sooner that is.
     */
    private int few(DayFile file) {
        Extent extent = file.extent();
        return (int) Math.sqrt(0.6 * needed * (extent.lastId() - extent.firstId() + 1)) + 1;
    }
}
