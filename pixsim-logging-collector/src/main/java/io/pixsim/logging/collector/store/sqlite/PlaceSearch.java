package io.pixsim.logging.collector.store.sqlite;

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
        List<DayFile> slow = new ArrayList<>();
        for (DayFile file : candidates) {
            if (isLookedThrough(file)) {
                slow.add(file);
            }
        }
        Position lookedUpTo = slow.isEmpty() ? null : lookThrough(slow);
        candidates.removeAll(slow);
        candidates.sort(Comparator.comparing(file -> file.extent().best(query), order));
        for (DayFile file : candidates) {
            Position best = file.extent().best(query);
            if (isFullBefore(best) || (lookedUpTo != null && order.compare(lookedUpTo, best) <= 0)) {
                break;
            }
            add(file, reader -> placesIn(reader, file));
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
        long last = Slice.newest(query);
        while (true) {
            long first = beginOfSlice(slow, last);
            EntryQuery slice = query.with(
                    filter.toBuilder().fromMicros(first).toMicros(last).build());
            for (DayFile file : slow) {
                if (file.extent().mayHold(slice)) {
                    PlaceSelect places = PlaceSelect.inOrder(file.state().sealed(), slice);
                    add(file, reader -> places.first(reader, needed));
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
    private boolean isLookedThrough(DayFile file) throws SQLException {
        return patience != null && query.order() == Order.NEWEST_FIRST && !isIndexed(file);
    }

    private boolean isIndexed(DayFile file) throws SQLException {
        EntryFilter filter = query.filter();
        Set<Column> equal = filter.equal().keySet();
        if (equal.stream().anyMatch(Conditions.IDS::contains)) {
            return true;
        }
        if (filter.search() != null) {
            return TextIndex.question(file, filter).isPresent() || isInFewBlocks(file);
        }
        boolean sealed = file.state().sealed();
        return filter.stagePrefix() == null
                && (equal.isEmpty() || (sealed && equal.stream().anyMatch(INDEXED_WHEN_SEALED::contains)));
    }

    private boolean isInFewBlocks(DayFile file) throws SQLException {
        Optional<BlockSearch> blocks = BlockSearch.of(file, query.filter());
        Boolean isShort =
                blocks.isEmpty() ? null : file.ask(reader -> blocks.get().isShort(reader), deadline);
        return isShort != null && isShort;
    }

    /** The time that so many entries of one of the files are newer than. */
    private long beginOfSlice(List<DayFile> slow, long last) throws SQLException {
        long first = query.filter().fromMicros();
        for (DayFile file : slow) {
            OptionalLong begin = file.ask(reader -> Slice.begin(reader, last, SLICE), deadline);
            first = Math.max(first, begin == null ? Long.MIN_VALUE : begin.orElse(Long.MIN_VALUE));
        }
        return first;
    }

    private void add(DayFile file, ReadConnection.Question<List<Position>> question) throws SQLException {
        List<Position> found = file.ask(question, deadline);
        if (found == null) { // gone, or not to be read
            return;
        }
        found.forEach(position -> places.add(new Place(position, file)));
        places.sort(Comparator.comparing(Place::position, order));
        if (places.size() > needed) {
            places.subList(needed, places.size()).clear();
        }
    }

    private List<Position> placesIn(ReadConnection reader, DayFile file) throws SQLException {
        Optional<String> ids = RecentIds.question(file, query.filter());
        if (ids.isPresent() && RecentIds.areLess(reader, ids.get(), few(file))) {
            return PlaceSelect.found(RecentIds.FOUND, ids.get(), query).first(reader, needed);
        }
        Optional<String> question = TextIndex.question(file, query.filter());
        PlaceSelect inOrder = PlaceSelect.inOrder(file.state().sealed(), query);
        if (question.isEmpty()) {
            Optional<BlockSearch> blocks = BlockSearch.of(file, query.filter());
            Optional<List<Position>> found =
                    blocks.isEmpty() ? Optional.empty() : blocks.get().first(reader, query, needed);
            return found.isPresent() ? found.get() : inOrder.first(reader, needed);
        }
        int few = few(file);
        int hits = TextIndex.hits(reader, question.get(), few);
        if (hits == 0) {
            return List.of();
        }
        return (hits < few ? PlaceSelect.found(TextIndex.FOUND, question.get(), query) : inOrder).first(reader, needed);
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
