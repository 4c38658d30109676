package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The polls of one job in one stage: what changes is kept, what does not is kept after 2 polls, then 4 more, then 8 more,
 * counted for each of those that the job polls in turns. Guarded by its job.
 */
final class PollRun {

    private static final int FIRST_GAP = 2;
    private static final int MAX_SUBJECTS = 64;

    private final String stage;
    private final long startedAt;
    private final List<Subject> subjects = new ArrayList<>(1);
    private int oldest;
    private long polls;
    private long heldBack;

    PollRun(String stage, long now) {
        this.stage = stage;
        this.startedAt = now;
    }

    /** What is polled: a job may poll several in turns. */
    static long subject(Call call) {
        long id = Fingerprint.START;
        id = Fingerprint.add(id, Objects.requireNonNullElse(call.field(Fields.PROVIDER_JOB_ID.name()), ""));
        id = Fingerprint.add(id, Objects.requireNonNullElse(call.field(Fields.SUBMISSION_ID.name()), ""));
        return Fingerprint.add(id, Objects.requireNonNullElse(call.artifact(), ""));
    }

    /** What was found; 0 when it can't be told. */
    static long found(Call call) {
        String status = call.field("status");
        String state = status == null ? call.field("state") : status;
        return state == null ? call.messageFingerprint() : Fingerprint.add(Fingerprint.START, state);
    }

    /** Judges a poll of something; what was found is 0 when it can't be told, which counts as a change. */
    Decision poll(long subject, long found) {
        polls++;
        Decision decision = subject(subject).poll(found);
        heldBack += decision.kept() ? 0 : 1;
        return decision;
    }

    /** One that was forgotten is as good as new: its next poll is kept. */
    private Subject subject(long id) {
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).id == id) {
                return subjects.get(i);
            }
        }
        Subject unseen = new Subject(id);
        if (subjects.size() < MAX_SUBJECTS) {
            subjects.add(unseen);
        } else {
            subjects.set(oldest, unseen);
            oldest = (oldest + 1) % MAX_SUBJECTS;
        }
        return unseen;
    }

    /** What is said when the job leaves the stage. */
    Notice end(@Nullable String jobId, long now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Fields.JOB_ID.name(), String.valueOf(jobId));
        fields.put(Fields.STAGE.name(), stage);
        fields.put(Fields.DURATION_MS.name(), TimeUnit.NANOSECONDS.toMillis(now - startedAt));
        fields.put(Fields.SUPPRESSED.name(), heldBack);
        fields.put("polls", polls);
        return new Notice.Summary(true, "polling ended", fields);
    }

    private static final class Subject {

        private final long id;
        private boolean polled;
        private long found;
        private long heldBack;
        private long unchanged;
        private long gap = FIRST_GAP;

        Subject(long id) {
            this.id = id;
        }

        Decision poll(long nowFound) {
            if (!polled || nowFound == 0 || nowFound != found) {
                polled = true;
                found = nowFound;
                gap = FIRST_GAP;
                return keep();
            }
            if (++unchanged == gap) {
                gap *= 2;
                return keep();
            }
            heldBack++;
            return Decision.UNCHANGED_POLL;
        }

        private Decision keep() {
            long held = heldBack;
            heldBack = 0;
            unchanged = 0;
            return held == 0 ? Decision.KEEP : Decision.keep(1, held);
        }
    }
}
