package io.pixsim.logging.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The polls of one job in one stage: what changes is kept, what does not is kept after 2 polls, then 4 more, then 8 more.
 * Guarded by its job.
 */
final class PollRun {

    private static final int FIRST_GAP = 2;

    private final String stage;
    private final long startedAt;
    private long found;
    private long polls;
    private long heldBack;
    private long heldBackInAll;
    private long unchanged;
    private long gap = FIRST_GAP;

    PollRun(String stage, long now) {
        this.stage = stage;
        this.startedAt = now;
    }

    /** Judges a poll; found is 0 when it can't be told, which counts as a change. */
    Decision poll(long nowFound) {
        polls++;
        if (polls == 1 || nowFound == 0 || nowFound != found) {
            found = nowFound;
            gap = FIRST_GAP;
            return keep();
        }
        if (++unchanged == gap) {
            gap *= 2;
            return keep();
        }
        heldBack++;
        heldBackInAll++;
        return Decision.UNCHANGED_POLL;
    }

    /** What is said when the job leaves the stage. */
    Notice end(@Nullable String jobId, long now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Fields.JOB_ID.name(), String.valueOf(jobId));
        fields.put(Fields.STAGE.name(), stage);
        fields.put(Fields.DURATION_MS.name(), TimeUnit.NANOSECONDS.toMillis(now - startedAt));
        fields.put(Fields.SUPPRESSED.name(), heldBackInAll);
        fields.put("polls", polls);
        return new Notice.Summary(true, "polling ended", fields);
    }

    private Decision keep() {
        long held = heldBack;
        heldBack = 0;
        unchanged = 0;
        return held == 0 ? Decision.KEEP : Decision.keep(1, held);
    }
}
