package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What there is to be told: losses, runs of duplicates, jobs that have ended. Safe for use by many threads. */
final class Untold {

    private static final int MAX_JOBS_TOLD_AT_CLOSE = 100;

    private final Ledger ledger;
    private final JobBook book;

    Untold(Ledger ledger, JobBook book) {
        this.ledger = ledger;
        this.book = book;
    }

    boolean isDue() {
        return ledger.isDue() || book.isDue();
    }

    /** What goes with the next event that is written. */
    List<Notice> due(Sampling sampling) {
        boolean losses = ledger.isDue();
        if (!losses && !book.isDue()) {
            return List.of();
        }
        List<Notice> notices = new ArrayList<>();
        notices.addAll(book.due(jobId -> notices.addAll(jobEnds(jobId, false, sampling))));
        if (losses) {
            notices.addAll(sampling.duplicates(false));
            notices.addAll(ledger.tell(sampling));
        }
        return notices;
    }

    /** The end of a job whose last scope was closed. */
    List<Notice> scopesClosed(String jobId, boolean handedOn, Sampling sampling) {
        List<Notice> notices = new ArrayList<>(1);
        if (book.endsWithItsScope(jobId, handedOn)) {
            notices.addAll(jobEnds(jobId, true, sampling));
        }
        notices.addAll(book.scopesClosed(jobId, handedOn));
        return notices;
    }

    private static List<Notice> jobEnds(String jobId, boolean inContext, Sampling sampling) {
        List<Notice> left = sampling.leave(jobId, inContext);
        sampling.jobEnds(jobId);
        return left;
    }

    /** All of it, of a hundred jobs at the most: no more events come. */
    List<Notice> closing(Sampling sampling) {
        List<Notice> notices = new ArrayList<>(sampling.duplicates(true));
        List<String> jobs = sampling.states().stream()
                .map(JobState::id)
                .filter(Objects::nonNull)
                .toList();
        jobs.stream().limit(MAX_JOBS_TOLD_AT_CLOSE).forEach(job -> notices.addAll(sampling.leave(job, false)));
        jobs.forEach(sampling::jobEnds);
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
