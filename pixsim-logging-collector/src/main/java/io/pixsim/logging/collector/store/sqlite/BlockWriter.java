package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.pixsim.logging.collector.entry.LogEntry;

/**
 * Stores the blocks of what is written, each in the transaction that fills it; entries of the last one are in none until then.
 * Used by one thread.
 */
final class BlockWriter {

    private final Connection connection;
    private final BlockBuilder builder = new BlockBuilder();

    private BlockWriter(Connection connection) {
        this.connection = connection;
    }

    /** Goes on from what is in a file, in a transaction; blocks that others make are left to them. */
    static BlockWriter load(Connection connection, List<Extent> byOthers) throws SQLException {
        BlockWriter writer = new BlockWriter(connection);
        long othersTo = byOthers.stream().mapToLong(Extent::lastId).max().orElse(0);
        String sql = "SELECT " + BlockBuilder.COLUMNS + " FROM entries WHERE id > max(?, (" + Blocks.LAST_ID
                + ")) ORDER BY id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, othersTo);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    writer.store(writer.builder.add(row));
                }
            }
        }
        return writer;
    }

    void add(LogEntry entry, long id) throws SQLException {
        store(builder.add(entry, id));
    }

    private void store(boolean isFull) throws SQLException {
        if (isFull) {
            Blocks.insert(connection, builder.take());
        }
    }
}
