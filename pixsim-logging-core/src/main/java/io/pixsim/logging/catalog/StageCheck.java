package io.pixsim.logging.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Goes with a job through its stages, tells how it ended and finds what does not add up. A job may log stages of its own
 * anywhere, leave any out, and tell an error more than once; an {@code attempt} that was never told is not missed. {@code
 * pipeline:start} begins anew. Not safe for use by many threads at once.
 */
public final class StageCheck {

    /** Stands for an attempt that an event does not tell. */
    public static final int NO_ATTEMPT = -1;

    private static final String GROUP = "provider:";

    private final EnumSet<Finding> findings = EnumSet.noneOf(Finding.class);
    private Outcome outcome = Outcome.UNKNOWN;
    private String last = "";
    private boolean begun;
    private int attempt = NO_ATTEMPT;
    private int submits;
    private boolean failed;
    private int failedAttempt = NO_ATTEMPT;
    private @Nullable String failedArtifact;
    private boolean decided;
    private boolean waitsForRetry;

    /** A job of which nothing is known. */
    public StageCheck() {}

    /**
     * The next event that tells a stage.
     *
     * @param stage the stage's name
     * @param ofAttempt the event's attempt; {@link #NO_ATTEMPT} when it tells none
     * @param artifact the event's artifact, as a job may work on several; null when it tells none
     * @param delayed whether it tells a wait before the next attempt
     */
    public void step(String stage, int ofAttempt, @Nullable String artifact, boolean delayed) {
        if (stage.equals(Stage.PIPELINE_START.getName())) {
            restart();
        } else if (stage.equals(Stage.RETRY_DECISION.getName())) {
            decided = true;
            waitsForRetry = delayed;
        } else if (stage.startsWith(GROUP)) {
            provider(stage, ofAttempt, artifact);
        }
        begun |= Stages.isOfTaxonomy(stage);
        last = stage;
    }

    private void restart() {
        outcome = Outcome.UNKNOWN;
        attempt = NO_ATTEMPT;
        submits = 0;
        beginAttempt();
    }

    private void beginAttempt() {
        failed = false;
        decided = false;
        waitsForRetry = false;
    }

    private void provider(String stage, int ofAttempt, @Nullable String artifact) {
        boolean submits = stage.equals(Stage.PROVIDER_SUBMIT.getName());
        boolean fails = stage.equals(Stage.PROVIDER_ERROR.getName());
        boolean again = ((submits && failed) || (fails && waitsForRetry)) && isOfFailed(artifact);
        if (again && ofAttempt != NO_ATTEMPT && ofAttempt <= failedAttempt) {
            findings.add(Finding.ATTEMPT_NOT_GROWN);
        }
        if (again || (attempt != NO_ATTEMPT && ofAttempt > attempt)) {
            if (!decided) {
                findings.add(Finding.RETRY_WITHOUT_DECISION);
            }
            beginAttempt();
        }
        attempt = Math.max(attempt, ofAttempt);
        this.submits += submits && ofAttempt == NO_ATTEMPT ? 1 : 0;
        if (fails) {
            failed = true;
            failedAttempt = ofAttempt;
            failedArtifact = artifact;
        }
        tell(stage, fails, submits);
    }

    private boolean isOfFailed(@Nullable String artifact) {
        return artifact == null || failedArtifact == null || artifact.equals(failedArtifact);
    }

    private void tell(String stage, boolean fails, boolean submits) {
        if (fails) {
            outcome = Outcome.FAILED;
        } else if (stage.equals(Stage.PROVIDER_COMPLETE.getName())) {
            outcome = Outcome.COMPLETED;
        } else if (submits || outcome == Outcome.FAILED) {
            outcome = Outcome.UNKNOWN;
        }
    }

    /**
     * How the job stands.
     *
     * @return the outcome so far
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * How many attempts there were: by their numbers, or by the submissions where there are none.
     *
     * @return the count; 0 when no attempt was made
     */
    public int attempts() {
        return Math.max(attempt + 1, submits);
    }

    /**
     * Whether the job may go on elsewhere, or later: the provider has it, or a retry has been put off.
     *
     * @return true when its last stage says so
     */
    public boolean isWaiting() {
        return last.equals(Stage.PROVIDER_SUBMIT.getName())
                || last.equals(Stage.PROVIDER_STATUS.getName())
                || (last.equals(Stage.RETRY_DECISION.getName()) && waitsForRetry);
    }

    /**
     * What does not add up in a job that goes on.
     *
     * @return the findings so far
     */
    public Set<Finding> findings() {
        return Collections.unmodifiableSet(EnumSet.copyOf(findings));
    }

    /**
     * What does not add up in a job that has ended.
     *
     * @return the findings
     */
    public Set<Finding> findingsAtEnd() {
        Set<Finding> all = EnumSet.noneOf(Finding.class);
        all.addAll(findings);
        if (begun && outcome == Outcome.UNKNOWN) {
            all.add(Finding.NO_OUTCOME);
        }
        return all;
    }
}
