package io.pixsim.logging.gate;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.StageCheck;
import org.jspecify.annotations.Nullable;

/** A logging call, as far as the gate may want to know it. It asks for no more than its rules need. */
public interface Call {

    /**
     * How bad the event is.
     *
     * @return the severity
     */
    Severity severity();

    /**
     * The stage that the event belongs to.
     *
     * @return its name, or null when there is none
     */
    @Nullable
    String stage();

    /**
     * The job that the event belongs to.
     *
     * @return its id, or null when there is none
     */
    @Nullable
    String jobId();

    /**
     * Which attempt of the job the event tells of.
     *
     * @return its number, or {@link StageCheck#NO_ATTEMPT} when it tells none
     */
    int attempt();

    /**
     * What the event's job is working on.
     *
     * @return the id of the artifact, or of the generation; null when it tells neither
     */
    @Nullable
    String artifact();

    /**
     * Whether something will tell when the job of the event ends.
     *
     * @return true while a scope binds it
     */
    default boolean isInJobScope() {
        return false;
    }

    /**
     * A field where an encoder would find it: on the call first, then in its context.
     *
     * @param name the field
     * @return its text, or null when there is none
     */
    @Nullable
    String field(String name);

    /**
     * The logger whose level holds for the call: its own, or the closest above it that has one.
     *
     * @return the logger's name; empty when its level can't stand for CRITICAL
     */
    String levelOwner();

    /**
     * The path, if the event tells of a request: it does when its message or its {@code event} is {@code http_request},
     * or when the call itself, not its context, brings {@code path} and {@code method}.
     *
     * @return the path, or null when the event tells of no request
     */
    @Nullable
    String requestPath();

    /**
     * Whether the call brings what was thrown.
     *
     * @return true when it does
     */
    default boolean bringsThrowable() {
        return false;
    }

    /**
     * The message as it was handed over, its <code>{}</code> unfilled.
     *
     * @return the pattern, or null when there is none
     */
    @Nullable
    String message();

    /**
     * A number that stands for the message as it reads: equal for equal texts, and hardly ever for others.
     *
     * @return the number, or 0 when it can't be told without running code of the caller's
     */
    long messageFingerprint();

    /**
     * A number that stands for all that the call itself says, message, arguments, key-values, and where: its logger, level,
     * stage, artifact and attempt.
     *
     * @return the number, or 0 when it can't be told without running code of the caller's, as of a throwable
     */
    long fingerprint();

    /**
     * Keeps what is needed to write the event later.
     *
     * @param into what was kept of an earlier call and is not needed any more, to be used again
     * @return what is kept of this one
     */
    Snapshot snapshot(@Nullable Snapshot into);

    /**
     * Whether a snapshot of this event would be like an earlier one. Runs no code of the caller's. Another thread may be
     * changing the snapshot: then the answer does not matter, but there has to be one.
     *
     * @param snapshot what was kept of an earlier call
     * @return true when nothing would differ
     */
    boolean says(Snapshot snapshot);

    /**
     * What the gate remembers from one call of a thread to its next one.
     *
     * @return always the same for a thread, unless it was lost
     */
    CallMemory memory();
}
