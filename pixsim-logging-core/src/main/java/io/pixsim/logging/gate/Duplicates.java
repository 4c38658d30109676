package io.pixsim.logging.gate;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first of events of one job that say the same one after another, and tells at the end of such a run how many
 * there were, and when the first and the last. A run lasts as long as the window at the most; it ends with an event of
 * the same pattern that says something else. Safe for use by many threads.
 */
final class Duplicates {

    private final long window;
    private final InstantSource wallClock;
    private final BoundedMap<Key, Run> runs = new BoundedMap<>(this::forget);
    private final Queue<Run> forgotten = new ConcurrentLinkedQueue<>();

    Duplicates(Duration window, InstantSource wallClock) {
        this.window = Spans.nanos(window);
        this.wallClock = wallClock;
    }

    /** Fingerprint 0 is like no other. */
    Decision decide(JobState job, @Nullable String stage, String pattern, long fingerprint, long now) {
        Key key = new Key(job.id(), pattern);
        while (true) {
            Run run = runs.get(key, Run::new);
            for (Run other = forgotten.poll(); other != null; other = forgotten.poll()) {
                job.say(summary(false, other, now));
            }
            synchronized (run) {
                if (!run.over) {
                    return decide(run, job, stage, fingerprint, now);
                }
            }
            runs.remove(key, run);
        }
    }

    private Decision decide(Run run, JobState job, @Nullable String stage, long fingerprint, long now) {
        boolean goesOn = run.fingerprint != 0 && run.fingerprint == fingerprint && now - run.firstAt < window;
        if (goesOn) {
            run.repeats++;
            run.lastAt = now;
            return Decision.DUPLICATE;
        }
        long repeats = run.repeats;
        if (repeats > 0) {
            job.say(summary(true, run, now));
        }
        run.begin(fingerprint, stage, now);
        return repeats == 0 ? Decision.KEEP : Decision.keep(1, repeats);
    }

    /** There are too many: this one is told of with the next event. */
    private void forget(Run run) {
        synchronized (run) {
            run.over = true;
            if (run.repeats > 0) {
                forgotten.add(run);
            }
        }
    }

    /** Tells of the runs that are over, or of all of them. */
    List<Notice> tell(boolean all, long now) {
        List<Notice> notices = new ArrayList<>();
        for (Run run : runs.values()) {
            synchronized (run) {
                if (!all && now - run.firstAt < window) {
                    continue;
                }
                if (run.repeats > 0) {
                    notices.add(summary(false, run, now));
                }
                run.over = true;
                runs.remove(run.key, run);
            }
        }
        return notices;
    }

    /** Whether some run has something to tell when it is over. */
    boolean areOpen() {
        for (Run run : runs.values()) {
            synchronized (run) {
                if (run.repeats > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private Notice summary(boolean ofCall, Run run, long now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (run.key.jobId() != null) {
            fields.put(Fields.JOB_ID.name(), run.key.jobId());
        }
        if (run.stage != null) {
            fields.put(Fields.STAGE.name(), run.stage);
        }
        fields.put(Fields.SUPPRESSED.name(), run.repeats);
        fields.put("repeated", run.key.pattern());
        fields.put("first", before(now - run.firstAt));
        fields.put("last", before(now - run.lastAt));
        return new Notice.Summary(ofCall, "event repeated", fields);
    }

    /** The time so many nanoseconds ago, as precise as that of events. */
    private String before(long nanos) {
        return wallClock
                .instant()
                .minusNanos(nanos)
                .truncatedTo(ChronoUnit.MICROS)
                .toString();
    }

    private record Key(@Nullable String jobId, String pattern) {}

    /** Guarded by itself. */
    private static final class Run {

        private final Key key;
        private @Nullable String stage;
        private long fingerprint;
        private long firstAt;
        private long lastAt;
        private long repeats;
        private boolean over;

        Run(Key key) {
            this.key = key;
        }

        void begin(long newFingerprint, @Nullable String ofStage, long now) {
            fingerprint = newFingerprint;
            stage = ofStage;
            firstAt = now;
            lastAt = now;
            repeats = 0;
        }
    }
}
