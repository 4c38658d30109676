package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;

import io.pixsim.logging.collector.store.StoreSize;

/** A table of others: it holds all days, and whoever made it deletes what is old. */
final class OneForAll implements Days {

    private final Table table;

    OneForAll(Table table) {
        this.table = table;
    }

    @Override
    public void prepare(Connection connection, LocalDate day) {}

    @Override
    public List<LocalDate> before(Connection connection, LocalDate day) {
        return List.of();
    }

    @Override
    public void drop(Connection connection, LocalDate day) {
        throw new UnsupportedOperationException("the table is not ours");
    }

    @Override
    public String relation(LocalDate day) {
        return Table.quoted(table.name());
    }

    @Override
    public List<StoreSize.Day> sizes(Connection connection, LocalDate today) {
        return List.of();
    }
}
