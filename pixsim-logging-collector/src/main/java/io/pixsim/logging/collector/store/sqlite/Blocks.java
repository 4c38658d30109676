package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a file: entries that came one after the other, and which threes of characters they hold. Of an entry in none of
 * them nothing is told.
 */
final class Blocks {

    /** The index has all but the threes, which are many times as large. */
    static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS blocks (first_id INTEGER PRIMARY KEY, last_id INTEGER NOT NULL,"
                    + " min_ts INTEGER NOT NULL, max_ts INTEGER NOT NULL, threes BLOB NOT NULL)",
            "CREATE INDEX IF NOT EXISTS blocks_extent ON blocks (first_id, last_id, min_ts, max_ts)");

    /** In order of ids. */
    static final String EXTENTS =
            "SELECT first_id, last_id, min_ts, max_ts FROM blocks INDEXED BY blocks_extent ORDER BY first_id";

    static final String THREES = "SELECT threes FROM blocks WHERE first_id = ?";

    static final String LAST_ID = "SELECT coalesce(max(last_id), 0) FROM blocks INDEXED BY blocks_extent";

    /** A block and the threes that it holds, as {@link ThreesFilter#packed} gives them. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Told(Extent extent, byte[] threes) {}

    private Blocks() {}

    static void insert(Connection connection, Told block) throws SQLException {
        Extent extent = block.extent();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO blocks VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, extent.firstId());
            insert.setLong(2, extent.lastId());
            insert.setLong(3, extent.minMicros());
            insert.setLong(4, extent.maxMicros());
            insert.setBytes(5, block.threes());
            insert.executeUpdate();
        }
    }

    /** All entries of a file in the order of their ids; those between and after its blocks are blocks of which nothing is told. */
    static List<Block> all(ResultSet extents, Extent file) throws SQLException {
        List<Block> blocks = new ArrayList<>();
        long next = file.firstId();
        while (extents.next()) {
            long firstId = extents.getLong(1);
            if (firstId > next) {
                blocks.add(untold(next, firstId - 1, file));
            }
            long lastId = extents.getLong(2);
            blocks.add(new Block(new Extent(firstId, lastId, extents.getLong(3), extents.getLong(4)), true));
            next = lastId + 1;
        }
        if (next <= file.lastId()) {
            blocks.add(untold(next, file.lastId(), file));
        }
        return blocks;
    }

    private static Block untold(long firstId, long lastId, Extent file) {
        return new Block(new Extent(firstId, lastId, file.minMicros(), file.maxMicros()), false);
    }
}
