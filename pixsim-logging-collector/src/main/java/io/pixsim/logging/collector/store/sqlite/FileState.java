package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * What has been done with a day's file.
 *
 * @param countedTo the id up to which its counts are complete; 0 when nothing is counted
 * @param sealed whether it has all its indexes
 * @param kept by which condition retention has sorted it out, or null when it has not
 * @param entriesGone how many entries between its first and its last are gone
 * @param recentIds whether {@link RecentIds} has to be asked for ids, since no index has them
 */
record FileState(long countedTo, boolean sealed, @Nullable String kept, long entriesGone, boolean recentIds) {

    static FileState read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT counted_to, sealed, kept, entries_gone,"
                                + " NOT sealed AND EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'recent_ids') FROM state")) {
            if (!row.next()) {
                throw new SQLException("no state");
            }
            return new FileState(
                    row.getLong(1), row.getInt(2) != 0, row.getString(3), row.getLong(4), row.getInt(5) != 0);
        }
    }
}
