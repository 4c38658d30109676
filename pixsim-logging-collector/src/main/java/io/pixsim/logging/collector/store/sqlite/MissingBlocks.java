package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.pixsim.logging.collector.store.sql.Sql;

/**
 * Makes the blocks that a file lacks, which an older version has written or that was left off in the midst: beside the one who
 * writes, who has the file for himself except for some milliseconds.
 */
final class MissingBlocks implements AutoCloseable {

    /** Stored together: after each time who writes has to read again what he had in memory. */
    private static final int AT_A_TIME = 16;

    private final Connection connection;
    private final BlockBuilder builder = new BlockBuilder();

    private MissingBlocks(Connection connection) {
        this.connection = connection;
    }

    /** Of which entries nothing is told. Those that a block had not been filled with are left to who writes. */
    static List<Extent> in(Connection connection, Extent file) throws SQLException {
        List<Block> blocks;
        try (Statement statement = connection.createStatement();
                ResultSet extents = statement.executeQuery(Blocks.EXTENTS)) {
            blocks = Blocks.all(extents, file);
        }
        return blocks.stream()
                .filter(block -> !block.isTold())
                .filter(block -> block.entries() >= BlockBuilder.MAX_ENTRIES
                        || block.extent().lastId() < file.lastId())
                .map(Block::extent)
                .toList();
    }

    static MissingBlocks of(DayFile file, BooleanSupplier isLeftOff, BooleanSupplier othersWait) throws SQLException {
        Connection connection = Connections.reopenForWriting(file.path());
        try {
            LongWork.on(connection, isLeftOff, othersWait);
            MissingBlocks blocks = new MissingBlocks(connection);
            Sql.run(connection, "PRAGMA cache_size = -2048"); // each page is read once
            return blocks;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void make(List<Extent> missing) throws SQLException {
        for (Extent extent : missing) {
            long next = extent.firstId();
            while (next <= extent.lastId()) {
                List<Blocks.Told> blocks = read(next, extent.lastId());
                insert(blocks);
                next = blocks.isEmpty()
                        ? extent.lastId() + 1
                        : blocks.get(blocks.size() - 1).extent().lastId() + 1;
            }
        }
    }

    private List<Blocks.Told> read(long firstId, long lastId) throws SQLException {
        List<Blocks.Told> blocks = new ArrayList<>();
        String sql = "SELECT " + BlockBuilder.COLUMNS + " FROM entries WHERE id BETWEEN ? AND ? ORDER BY id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, firstId);
            statement.setLong(2, lastId);
            try (ResultSet row = statement.executeQuery()) {
                while (blocks.size() < AT_A_TIME && row.next()) {
                    if (builder.add(row)) {
                        blocks.add(builder.take());
                    }
                }
            }
        }
        if (!builder.isEmpty()) {
            blocks.add(builder.take());
        }
        return blocks;
    }

    private void insert(List<Blocks.Told> blocks) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        for (Blocks.Told block : blocks) {
            Blocks.insert(connection, block);
        }
        Sql.run(connection, "COMMIT");
    }

    /** Undoes what was left off in the midst. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
