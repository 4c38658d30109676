package io.pixsim.logging.collector.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import io.pixsim.logging.collector.store.sql.Sql;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite files. */
final class Connections {

    private static final int MILLIS_TO_WAIT_FOR_A_LOCK = 30_000;

    private Connections() {}

    /** A connection to a file that is there; one that was deleted is not made anew. */
    static Connection open(Path file) throws SQLException {
        return open(file, SQLiteOpenMode.READWRITE.flag);
    }

    private static Connection open(Path file, int mode) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(SQLiteConfig.Pragma.OPEN_MODE.pragmaName, String.valueOf(mode));
        // Else the driver asks for the key after each row, which is a statement of its own.
        properties.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), properties);
        Sql.run(connection, "PRAGMA busy_timeout = " + MILLIS_TO_WAIT_FOR_A_LOCK);
        Sql.run(connection, "PRAGMA temp_store = MEMORY");
        return connection;
    }

    /** A connection whose commits survive a loss of power; makes the file where there is none. */
    static Connection openForWriting(Path file) throws SQLException {
        return forWriting(open(file, SQLiteOpenMode.READWRITE.flag | SQLiteOpenMode.CREATE.flag));
    }

    /** The same, to a file that is there. */
    static Connection reopenForWriting(Path file) throws SQLException {
        return forWriting(open(file));
    }

    private static Connection forWriting(Connection connection) throws SQLException {
        try {
            // Of a file that is there it changes nothing. A page is written as a whole, twice: it costs less to write
            // half as many.
            Sql.run(connection, "PRAGMA page_size = 8192");
            Sql.run(connection, "PRAGMA journal_mode = WAL");
            Sql.run(connection, "PRAGMA synchronous = FULL");
            // Ids come in no order: their indexes grow everywhere at once, and not from the disk each time.
            Sql.run(connection, "PRAGMA cache_size = -32768");
            Sql.run(connection, "PRAGMA wal_autocheckpoint = 2000");
            return connection;
        } catch (SQLException e) { // no file of SQLite, or the disk has trouble
            connection.close();
            throw e;
        }
    }

    /**
     * Lets a connection sort on disk what its cache has no room for: in memory, an index of a day of millions takes hundreds
     * of megabytes beside the heap, and no less time. The folder is the files' own, since that has room for the index, and
     * another one for temporary files may have none; it holds for the process, and where it is gone SQLite takes another.
     */
    static void sortOnDisk(Connection connection, Path file) throws SQLException {
        String folder = String.valueOf(file.toAbsolutePath().getParent());
        Sql.run(connection, "PRAGMA temp_store_directory = '" + folder.replace("'", "''") + "'");
        Sql.run(connection, "PRAGMA temp_store = FILE");
    }
}
