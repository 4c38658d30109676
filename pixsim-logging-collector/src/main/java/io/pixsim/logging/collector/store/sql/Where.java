package io.pixsim.logging.collector.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A condition in SQL and its arguments. What comes from outside is an argument, never text of the statement. */
public final class Where {

    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> arguments = new ArrayList<>();

    /** Adds a condition, with a value for each of its question marks. */
    public Where and(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    /** The condition with its arguments, by which two of them can be told apart. */
    @Override
    public String toString() {
        return sql + " " + arguments;
    }

    /** The condition. */
    public String sql() {
        return sql.toString();
    }

    /** Sets the arguments; gives the index of the next parameter. */
    public int bind(PreparedStatement statement) throws SQLException {
        return bind(statement, 1);
    }

    /** Sets the arguments from a parameter on. */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object argument : arguments) {
            statement.setObject(index++, argument);
        }
        return index;
    }
}
