package io.pixsim.logging.collector.store.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;

/** Deletes what rules keep no longer, day by day: a file of which nothing is kept is unlinked. */
final class FileRetention {

    private final DayFiles files;

    FileRetention(DayFiles files) {
        this.files = files;
    }

    synchronized Retained apply(RetentionRules rules, LocalDate today) throws SQLException, IOException {
        List<LocalDate> gone = new ArrayList<>();
        for (DayFile file : files.older()) {
            long passed = ChronoUnit.DAYS.between(file.day(), today);
            if (rules.isOver(passed)) {
                delete(file, gone);
            }
        }
        makeRoom(rules.maxBytes(), gone);
        return new Retained(gone, 0);
    }

    private void makeRoom(long maxBytes, List<LocalDate> gone) throws SQLException, IOException {
        if (maxBytes == RetentionRules.ANY_SIZE) {
            return;
        }
        long bytes = files.size().bytes();
        for (DayFile file : files.older()) {
            if (bytes <= maxBytes) {
                return;
            }
            bytes -= file.size().bytes();
            delete(file, gone);
        }
    }

    private void delete(DayFile file, List<LocalDate> gone) throws SQLException, IOException {
        files.delete(file);
        gone.add(file.day());
    }
}
