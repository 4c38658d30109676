package io.pixsim.logging.collector.store.postgres;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What kinds of failures there are, by the codes of the SQL standard and of PostgreSQL. */
final class SqlStates {

    private static final String CANCELED = "57014";
    private static final String PAUSED_TOO_LONG = "25P03";
    private static final String WAITED_TOO_LONG = "55P03";
    /** Values, constraints, limits such as an index's, and what triggers raise. */
    private static final Set<String> OF_A_ROW = Set.of("22", "23", "54", "P0");
    /** No connection, and a server that ends or begins. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("08", "57");

    private SqlStates() {}

    /** Whether it comes from what a row holds. */
    static boolean isOfARow(SQLException e) {
        return OF_A_ROW.contains(kind(e));
    }

    /** Whether the server could not be reached, or went away. */
    static boolean isOfTheConnection(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOfTheConnection(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheConnection(SQLException e) {
        return PAUSED_TOO_LONG.equals(e.getSQLState()) || (OF_THE_CONNECTION.contains(kind(e)) && !isTooSlow(e));
    }

    /** Whether others held for too long what it waited for. */
    static boolean isOfALock(SQLException e) {
        return WAITED_TOO_LONG.equals(e.getSQLState());
    }

    /** Whether the server broke it off because it took too long. */
    static boolean isTooSlow(SQLException e) {
        return CANCELED.equals(e.getSQLState());
    }

    private static String kind(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
