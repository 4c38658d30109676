package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

/** What there is to be told: losses, runs of duplicates, jobs that have ended. Safe for use by many threads. */
final class Untold {

    private static final int MAX_JOBS_TOLD_AT_CLOSE = 100;

    private final Ledger ledger;
    private final JobBook book;
    private final LongSupplier nanoClock;

    Untold(Ledger ledger, JobBook book, LongSupplier nanoClock) {
        this.ledger = ledger;
        this.book = book;
        this.nanoClock = nanoClock;
    }

    boolean isDue() {
        return ledger.isDue() || book.isDue();
    }

    /** What goes with the next event that is written. */
    List<Notice> due(Sampling sampling) {
        List<Notice> ends = book.due();
        if (!ledger.isDue()) {
            return ends;
        }
        List<Notice> notices = new ArrayList<>(ends);
        notices.addAll(sampling.endedDuplicates(nanoClock.getAsLong()));
        notices.addAll(ledger.tell(sampling));
        return notices;
    }

    /** The end of a job whose last scope was closed. */
    List<Notice> scopesClosed(String jobId, boolean handedOn, Sampling sampling) {
        if (book.endsWithItsScope(jobId, handedOn)) {
            sampling.jobEnds(jobId);
        }
        return book.scopesClosed(jobId, handedOn);
    }

    /** All of it, of a hundred jobs at the most: no more events come. */
    List<Notice> closing(Sampling sampling) {
        List<Notice> notices = new ArrayList<>(sampling.endedDuplicates(nanoClock.getAsLong()));
        sampling.states().stream().map(JobState::id).filter(Objects::nonNull).forEach(sampling::jobEnds);
        notices.addAll(book.closing(MAX_JOBS_TOLD_AT_CLOSE));
        sampling.states().stream()
                .filter(job -> job.id() != null)
                .map(Ledger::lossesOf)
                .filter(Objects::nonNull)
                .limit(MAX_JOBS_TOLD_AT_CLOSE)
                .forEach(notices::add);
        notices.addAll(ledger.tell(sampling));
        return notices;
    }
}
