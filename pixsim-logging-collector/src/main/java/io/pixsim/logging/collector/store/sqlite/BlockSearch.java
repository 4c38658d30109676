package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.sql.Where;

/**
 * Searches a day that lasts block by block, and passes over those that don't hold all threes of characters of a phrase. Nothing is
 * kept from one question to the next.
 */
final class BlockSearch {

    /** When more entries than these are in no block, the file is read as if it had none. */
    private static final long MAX_UNTOLD = 4 * BlockBuilder.MAX_ENTRIES;

    /** So many times what is needed is read in order first: what many entries hold is among them. */
    private static final int FIRST = 10;

    private static final int MAX_FIRST = 2 * BlockBuilder.MAX_ENTRIES;

    /** As many are read in little time beside any patience. */
    private static final long FEW = 10 * BlockBuilder.MAX_ENTRIES;

    /** As many blocks more than were needed are read when their times overlap. */
    private static final int OVERLAPPING = 4;

    private final DayFile file;
    private final EntryFilter filter;
    private final SearchThrees threes;

    private BlockSearch(DayFile file, EntryFilter filter, SearchThrees threes) {
        this.file = file;
        this.filter = filter;
        this.threes = threes;
    }

    /** Nothing where an index finds less, and for a search of which blocks tell nothing. */
    static Optional<BlockSearch> of(DayFile file, EntryFilter filter) {
        if (file.state().sealed() || PlaceSelect.isIndexed(filter)) {
            return Optional.empty();
        }
        return SearchThrees.of(filter.search()).map(threes -> new BlockSearch(file, filter, threes));
    }

    /** The first places of a query with the same filter; nothing when to read in order costs less. */
    Optional<List<Position>> first(ReadConnection reader, EntryQuery query, int needed) throws SQLException {
        if (query.order() != Order.ARRIVAL) {
            EntryQuery slice = Slice.first(reader, query, Math.min(needed * FIRST, MAX_FIRST));
            List<Position> found = PlaceSelect.inOrder(false, slice).first(reader, needed);
            if (found.size() >= needed) {
                return Optional.of(found);
            }
        }
        return byBlocks(reader, query, needed);
    }

    private Optional<List<Position>> byBlocks(ReadConnection reader, EntryQuery query, int needed) throws SQLException {
        Comparator<Position> order = query.order().comparator();
        List<Block> blocks = new ArrayList<>(blocks(reader));
        if (isUntold(blocks)) {
            return Optional.empty();
        }
        blocks.removeIf(block -> !block.extent().mayHold(query));
        blocks.sort(Comparator.comparing(block -> block.extent().best(query), order));
        List<Position> found = new ArrayList<>();
        int more = 0;
        for (Block block : blocks) {
            if (found.size() >= needed) {
                if (order.compare(found.get(needed - 1), block.extent().best(query)) <= 0) {
                    break;
                }
                if (++more > OVERLAPPING) {
                    return Optional.empty();
                }
            }
            if (mayHold(reader, block)) {
                found.addAll(PlaceSelect.inBlock(block.extent(), query).first(reader, needed));
                found.sort(order);
            }
        }
        return Optional.of(found);
    }

    /** Whether few entries have to be read, wherever those are that are looked for. */
    boolean isShort(ReadConnection reader) throws SQLException {
        List<Block> blocks = blocks(reader);
        long entries = 0;
        for (Block block : blocks) {
            entries += mayHold(reader, block) ? block.entries() : 0;
            if (entries > FEW) {
                return false;
            }
        }
        return true;
    }

    /** How many entries there are, up to a number; nothing when to read all costs as much. */
    Optional<Long> count(ReadConnection reader, long atMost) throws SQLException {
        List<Block> blocks = blocks(reader);
        if (isUntold(blocks)) {
            return Optional.empty();
        }
        long count = 0;
        for (Block block : blocks) {
            if (count < atMost && mayHold(reader, block)) {
                count += count(reader, block.extent(), atMost - count);
            }
        }
        return Optional.of(count);
    }

    private long count(ReadConnection reader, Extent extent, long atMost) throws SQLException {
        Where where = Conditions.of(filter).and("id BETWEEN ? AND ?", extent.firstId(), extent.lastId());
        PreparedStatement statement = reader.statement(
                "SELECT count(*) FROM (SELECT 1 FROM entries NOT INDEXED WHERE " + where.sql() + " LIMIT ?)");
        statement.setLong(where.bind(statement), atMost);
        try (ResultSet row = statement.executeQuery()) {
            return row.getLong(1);
        }
    }

    /** Adds to a condition that an entry is in a block that may hold what is searched, where that leaves out most of them. */
    Where narrow(ReadConnection reader, Where where) throws SQLException {
        long most = (file.extent().lastId() - file.extent().firstId()) / 2;
        List<List<Long>> ids = new ArrayList<>();
        for (Block block : blocks(reader)) {
            if (mayHold(reader, block)) {
                most -= block.entries();
                ids.add(List.of(block.extent().firstId(), block.extent().lastId()));
            }
            if (most < 0) {
                return where;
            }
        }
        return where.and(
                "id IN (SELECT some.id FROM json_each(?) AS ids CROSS JOIN entries AS some NOT INDEXED"
                        + " WHERE some.id BETWEEN ids.value ->> 0 AND ids.value ->> 1)",
                ids.toString());
    }

    private List<Block> blocks(ReadConnection reader) throws SQLException {
        try (ResultSet extents = reader.statement(Blocks.EXTENTS).executeQuery()) {
            return Blocks.all(extents, file.extent());
        }
    }

    private static boolean isUntold(List<Block> blocks) {
        return blocks.stream()
                        .filter(block -> !block.isTold())
                        .mapToLong(Block::entries)
                        .sum()
                > MAX_UNTOLD;
    }

    private boolean mayHold(ReadConnection reader, Block block) throws SQLException {
        if (!block.extent().overlaps(filter.fromMicros(), filter.toMicros())) {
            return false;
        }
        if (!block.isTold()) {
            return true;
        }
        PreparedStatement statement = reader.statement(Blocks.THREES);
        statement.setLong(1, block.extent().firstId());
        try (ResultSet row = statement.executeQuery()) {
            return !row.next() || threes.mayBeIn(row.getBytes(1));
        }
    }
}
