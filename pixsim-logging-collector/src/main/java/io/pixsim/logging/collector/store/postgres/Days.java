package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import io.pixsim.logging.collector.store.StoreSize;

/** How a table keeps the days of arrival apart. Connections are in auto-commit mode. */
interface Days {

    /** Makes room for entries that arrive on a day; quick when there is. */
    void prepare(Connection connection, LocalDate day) throws SQLException;

    /** The days that are over, oldest first; none where days are not kept apart. */
    List<LocalDate> before(Connection connection, LocalDate day) throws SQLException;

    /** Deletes a day at once. */
    void drop(Connection connection, LocalDate day) throws SQLException;

    /** The table in which a day can be looked at by itself. */
    String relation(LocalDate day);

    /** How much each day holds. */
    List<StoreSize.Day> sizes(Connection connection, LocalDate today) throws SQLException;

    /** The days of a table. */
    static Days of(Table table) {
        if (!table.isOwn()) {
            return new OneForAll(table);
        }
        return table.isHypertable() ? new Hypertable(table) : new DailyPartitions(table);
    }
}
