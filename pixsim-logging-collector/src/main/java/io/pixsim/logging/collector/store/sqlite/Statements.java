package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of a connection that were used last. To read one and to plan it takes longer than to find an id in a file, and
 * a question goes to all files. Used by one thread at a time.
 */
final class Statements {

    /** More than one question uses at a time. */
    private static final int MAX = 16;

    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(2 * MAX, 0.75f, true);

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** A statement, whose results are to be closed, but not it itself. */
    PreparedStatement get(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known != null) {
            return known;
        }
        if (kept.size() >= MAX) {
            Iterator<PreparedStatement> oldest = kept.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        kept.put(sql, statement);
        return statement;
    }
}
