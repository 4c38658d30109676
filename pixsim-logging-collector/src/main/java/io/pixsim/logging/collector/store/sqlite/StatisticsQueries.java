package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.sql.Where;

/**
 * Counts over all files: out of what the files have counted themselves, as far as the question allows it, and entry by entry
 * for the rest: the edges of the time that are no whole minutes, and what came last.
 */
final class StatisticsQueries {

    private final DayFiles files;

    StatisticsQueries(DayFiles files) {
        this.files = files;
    }

    Statistics of(Statistics.Request request, Deadline deadline) throws SQLException {
        Sums sums = new Sums(request);
        Optional<KindFilter> kinds = isCounted(request) ? KindFilter.of(request.filter()) : Optional.empty();
        for (DayFile file : files.all()) {
            if (file.extent()
                    .overlaps(request.filter().fromMicros(), request.filter().toMicros())) {
                add(file, sums, kinds, deadline);
            }
        }
        return sums.result();
    }

    private static boolean isCounted(Statistics.Request request) {
        return request.bucketMicros() % Tally.MINUTE == 0 && KindFilter.COLUMNS.containsAll(request.columns());
    }

    private static void add(DayFile file, Sums sums, Optional<KindFilter> kinds, Deadline deadline)
            throws SQLException {
        if (kinds.isEmpty()) {
            Where where = Narrowing.of(file, sums.filter(), deadline);
            file.ask(reader -> read(reader.connection(), where, sums), deadline);
            return;
        }
        Optional<DayCounts> whole =
                sums.isInHours() && file.extent().isWithin(sums.filter()) ? file.counts(deadline) : Optional.empty();
        if (whole.isPresent()) {
            whole.get().addTo(sums, kinds.get());
        } else {
            file.ask(reader -> addCounted(reader.connection(), sums, kinds.get()), deadline);
        }
    }

    private static boolean read(Connection connection, Where where, Sums sums) throws SQLException {
        new OnePass(connection, sums).add(where);
        return true;
    }

    /** Of one moment: what is counted while this asks is not to be added twice. */
    private static boolean addCounted(Connection connection, Sums sums, KindFilter kinds) throws SQLException {
        connection.setAutoCommit(false);
        try {
            new PartialSums(connection, sums, kinds).add();
            return true;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
