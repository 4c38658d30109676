package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.pixsim.logging.collector.store.sql.Sql;
import io.pixsim.logging.collector.store.sql.Where;

/**
 * Writes what is kept of a day into a new file. It counts from the moment it gets its name, which is after all of it is on the
 * disk; killed before, the old file is as it was.
 */
final class DayRewrite {

    private static final Duration LOOKUP = Duration.ofSeconds(60);

    private DayRewrite() {}

    /** Whether there is anything that is not kept. When there is not, the file remembers so. */
    static boolean isNeeded(DayFile file, Where kept) throws SQLException {
        String sql = "SELECT 1 FROM entries WHERE NOT (" + kept.sql() + ") LIMIT 1";
        Boolean any = file.ask(
                reader -> {
                    PreparedStatement statement = reader.statement(sql);
                    kept.bind(statement);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next();
                    }
                },
                Deadline.in(LOOKUP));
        if (any != null && !any) {
            try (Connection connection = Connections.reopenForWriting(file.path())) {
                markKept(connection, kept, file.state().entriesGone());
                file.update(FileState.read(connection));
            }
        }
        return any != null && any;
    }

    /** The new file, which may be asked, or nothing when nothing is kept. */
    static Optional<DayFile> of(DayFile file, Folder folder, Where kept, BooleanSupplier isLeftOff)
            throws SQLException, IOException {
        FileName name = file.name().next();
        FileParts unfinished = folder.unfinished(name);
        unfinished.delete();
        boolean isAny;
        try (Connection connection = Connections.openForWriting(unfinished.main())) {
            Schema.create(connection, file.extent().firstId());
            Connections.sortOnDisk(connection, unfinished.main());
            LongWork.on(connection, isLeftOff, () -> false);
            isAny = copy(connection, file, kept);
        } catch (SQLException e) {
            unfinished.delete();
            throw e;
        }
        if (!isAny) {
            unfinished.delete();
            return Optional.empty();
        }
        folder.finish(name);
        return Optional.of(DayFile.open(folder.path(), name, file.extent().firstId()));
    }

    private static boolean copy(Connection connection, DayFile file, Where kept) throws SQLException {
        try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS old")) {
            attach.setString(1, file.path().toString());
            attach.execute();
        }
        connection.setAutoCommit(false);
        long copied = copyEntries(connection, kept);
        Sql.run(connection, "INSERT INTO batches SELECT * FROM old.batches");
        Tally.countAll(connection);
        Sql.run(connection, "DROP TABLE recent_ids");
        for (String index : RecentIds.INDEXES) {
            Sql.run(connection, index);
        }
        Extent extent = Extent.read(connection);
        markKept(connection, kept, extent.lastId() - extent.firstId() + 1 - copied);
        connection.commit();
        connection.setAutoCommit(true);
        Sql.run(connection, "DETACH old");
        Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return copied > 0;
    }

    private static long copyEntries(Connection connection, Where kept) throws SQLException {
        String sql = "INSERT INTO main.entries SELECT * FROM old.entries WHERE " + kept.sql() + " ORDER BY id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            kept.bind(insert);
            return insert.executeUpdate();
        }
    }

    private static void markKept(Connection connection, Where kept, long entriesGone) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement("UPDATE main.state SET kept = ?, entries_gone = ?")) {
            mark.setString(1, kept.toString());
            mark.setLong(2, entriesGone);
            mark.executeUpdate();
        }
    }
}
