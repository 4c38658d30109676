package io.pixsim.logging.collector.store.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A condition in SQL and its arguments. What comes from outside is an argument, never text of the statement. */
final class Where {

    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> arguments = new ArrayList<>();

    Where and(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    String sql() {
        return sql.toString();
    }

    /** Sets the arguments; gives the index of the next parameter. */
    int bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object argument : arguments) {
            statement.setObject(index++, argument);
        }
        return index;
    }
}
