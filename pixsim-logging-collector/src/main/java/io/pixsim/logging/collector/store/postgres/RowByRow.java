package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.pixsim.logging.collector.store.postgres.CopyRows.Numbered;
import org.jspecify.annotations.Nullable;

/** Writes rows together, and where one of them is refused, in halves, until it is alone. Within a transaction. */
final class RowByRow {

    private static final int MAX_REASON = 200;

    private final CopyRows copy;

    RowByRow(CopyRows copy) {
        this.copy = copy;
    }

    /** Writes what can be written; gives for each row why it was refused, or null. */
    List<@Nullable String> write(Connection connection, List<Numbered> rows, long arrivedMicros) throws SQLException {
        List<@Nullable String> refusals = new ArrayList<>(Arrays.asList(new @Nullable String[rows.size()]));
        if (!rows.isEmpty()) {
            write(connection, rows, 0, refusals, arrivedMicros);
        }
        return refusals;
    }

    private void write(
            Connection connection, List<Numbered> rows, int at, List<@Nullable String> refusals, long arrivedMicros)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            copy.write(connection, rows, arrivedMicros);
            connection.releaseSavepoint(before);
            return;
        } catch (SQLException e) {
            if (!SqlStates.isOfARow(e)) {
                throw e;
            }
            connection.rollback(before);
            if (rows.size() == 1) {
                refusals.set(at, reason(e));
                return;
            }
        }
        int half = rows.size() / 2;
        write(connection, rows.subList(0, half), at, refusals, arrivedMicros);
        write(connection, rows.subList(half, rows.size()), at + half, refusals, arrivedMicros);
    }

    /** The first line: what follows may quote the row. */
    private static String reason(SQLException e) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("refused");
        return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) : text;
    }
}
