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
 */
record FileState(long countedTo, boolean sealed, @Nullable String kept, long entriesGone) {

    static FileState read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT counted_to, sealed, kept, entries_gone FROM state")) {
            if (!row.next()) {
                throw new SQLException("no state");
            }
            return new FileState(row.getLong(1), row.getInt(2) != 0, row.getString(3), row.getLong(4));
        }
    }
}
