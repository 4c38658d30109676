package io.pixsim.logging.collector.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;

import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.sql.Where;

/** A filter as a condition for those who read all that it finds in a file, with what the file knows of a search. */
final class Narrowing {

    private Narrowing() {}

    static Where of(DayFile file, EntryFilter filter, Deadline deadline) throws SQLException {
        Where where = Conditions.of(filter);
        TextIndex.question(file, filter).ifPresent(question -> TextIndex.narrow(where, question));
        RecentIds.question(file, filter).ifPresent(question -> RecentIds.narrow(where, question));
        Optional<BlockSearch> blocks = BlockSearch.of(file, filter);
        if (blocks.isPresent()) {
            file.ask(reader -> blocks.get().narrow(reader, where), deadline);
        }
        return where;
    }
}
