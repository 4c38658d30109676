package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.Outcome;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.catalog.StageCheck;
import org.jspecify.annotations.Nullable;

/**
 * What one job has come to so far. Bounded, whatever the job logs. Guarded by itself: all calls are made inside {@code
 * synchronized (record)}.
 */
final class JobRecord {

    private static final int MAX_STAGES = 32;
    private static final int MAX_ARTIFACTS = 32;
    private static final String OTHER_STAGES = "other";

    private final String id;
    private final long since;
    private final StageCheck check = new StageCheck();
    private final Map<String, Long> nanosByStage = new LinkedHashMap<>();
    private final Set<String> artifacts = new LinkedHashSet<>(4);
    private final LossTable losses = new LossTable();
    private @Nullable String provider;
    private @Nullable String operation;
    private volatile @Nullable String stage; // read without the lock to see whether there is news
    private volatile @Nullable Step repeatable; // likewise
    private long stageSince;
    private long lastAt;
    private volatile boolean heardOf;
    private boolean settling;
    private boolean closed;

    JobRecord(String id, long now) {
        this.id = id;
        this.since = now;
        this.lastAt = now;
    }

    /** The next event at a stage. */
    void step(String next, int attempt, boolean delayed, @Nullable String artifact, long now) {
        if (!next.equals(stage)) {
            leaveStage(now);
            stage = next;
            stageSince = now;
        }
        check.step(next, attempt, artifact, delayed);
        if (artifact != null && artifacts.size() < MAX_ARTIFACTS) {
            artifacts.add(artifact);
        }
        settling = false;
        lastAt = now;
        repeatable = Step.ifRepeatable(next, attempt, artifact);
    }

    /** Whether this tells what the last one told, and changes nothing: then it is only heard of. Needs no lock. */
    boolean repeats(String ofStage, int attempt, @Nullable String artifact) {
        Step last = repeatable;
        if (last == null || !last.is(ofStage, attempt, artifact)) {
            return false;
        }
        hear();
        return true;
    }

    /** Who does what, as far as an event tells it. */
    void isDone(@Nullable String byProvider, @Nullable String asOperation) {
        provider = byProvider != null ? byProvider : provider;
        operation = asOperation != null ? asOperation : operation;
    }

    /** Whether the job was at a stage before. Needs no lock. */
    boolean isAt(String ofStage) {
        return ofStage.equals(stage);
    }

    /** Whether this is one more poll, of which there may be very many: then it is only heard of. Needs no lock. */
    boolean isPolledOn(String ofStage) {
        if (!ofStage.equals(stage) || !ofStage.equals(Stage.PROVIDER_STATUS.getName())) {
            return false;
        }
        hear();
        return true;
    }

    private void hear() {
        if (!heardOf) { // a write would slow all threads down that work on the job
            heardOf = true;
        }
    }

    /** When it was heard of last, as far as that is known: polls are without a time. */
    long lastAt(long now) {
        if (heardOf) {
            heardOf = false;
            lastAt = now;
        }
        return lastAt;
    }

    private void leaveStage(long now) {
        String left = stage;
        if (left == null) {
            return;
        }
        boolean fits = nanosByStage.containsKey(left) || nanosByStage.size() < MAX_STAGES;
        nanosByStage.merge(fits ? left : OTHER_STAGES, now - stageSince, Long::sum);
        stageSince = now;
    }

    /** It ends unless something comes soon. */
    void settle() {
        settling = true;
    }

    boolean isSettling() {
        return settling;
    }

    boolean isWaiting() {
        return check.isWaiting();
    }

    Outcome outcome() {
        return check.outcome();
    }

    long lastAt() {
        return lastAt;
    }

    String id() {
        return id;
    }

    LossTable losses() {
        return losses;
    }

    void close() {
        closed = true;
        repeatable = null;
    }

    boolean isClosed() {
        return closed;
    }

    /** What it came to; inContext when the context of the job is still there, sure when it has ended and not just fallen silent. */
    Notice.Summary summary(boolean inContext, boolean sure, long now) {
        leaveStage(now);
        Set<Finding> findings = sure ? check.findingsAtEnd() : check.findings();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Fields.JOB_ID.name(), id);
        putIfKnown(fields, Fields.PROVIDER_ID.name(), inContext ? null : provider);
        putIfKnown(fields, Fields.OPERATION_TYPE.name(), inContext ? null : operation);
        fields.put(Fields.STAGE.name(), Stage.JOB_END.getName());
        fields.put(Fields.DURATION_MS.name(), TimeUnit.NANOSECONDS.toMillis(now - since));
        fields.put(Fields.OUTCOME.name(), check.outcome().wireName());
        fields.put(Fields.ATTEMPTS.name(), check.attempts());
        fields.put(Fields.STAGES.name(), millisByStage());
        if (!artifacts.isEmpty()) {
            fields.put(Fields.ARTIFACTS.name(), artifactIds());
        }
        if (!findings.isEmpty()) {
            fields.put(
                    Fields.FINDINGS.name(),
                    findings.stream().sorted().map(Finding::wireName).toList());
        }
        Map<LossKey, Long> sums = new HashMap<>();
        losses.addTo(sums);
        Losses.addTo(fields, sums);
        Severity severity = findings.isEmpty() ? Severity.INFO : Severity.WARNING;
        return new Notice.Summary(inContext, severity, "job ended", fields);
    }

    private Map<String, Long> millisByStage() {
        Map<String, Long> millis = new LinkedHashMap<>();
        nanosByStage.forEach((name, nanos) -> millis.put(name, TimeUnit.NANOSECONDS.toMillis(nanos)));
        return millis;
    }

    /** Numbers as numbers, as they are everywhere else. */
    private List<Object> artifactIds() {
        List<Object> ids = new ArrayList<>();
        for (String artifact : artifacts) {
            ids.add(artifact.matches("[1-9][0-9]{0,17}") ? (Object) Long.valueOf(artifact) : artifact);
        }
        return ids;
    }

    private static void putIfKnown(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** What an event at a stage told. */
    private record Step(String stage, int attempt, @Nullable String artifact) {

        private static final Set<String> NEWS_EACH_TIME = Set.of(
                Stage.PROVIDER_COMPLETE.getName(), Stage.PROVIDER_ERROR.getName(), Stage.RETRY_DECISION.getName());

        /** Null when the same once more would be news. */
        static @Nullable Step ifRepeatable(String stage, int attempt, @Nullable String artifact) {
            boolean counts = attempt == StageCheck.NO_ATTEMPT && stage.equals(Stage.PROVIDER_SUBMIT.getName());
            return counts || NEWS_EACH_TIME.contains(stage) ? null : new Step(stage, attempt, artifact);
        }

        boolean is(String ofStage, int ofAttempt, @Nullable String ofArtifact) {
            return attempt == ofAttempt && stage.equals(ofStage) && Objects.equals(artifact, ofArtifact);
        }
    }
}
