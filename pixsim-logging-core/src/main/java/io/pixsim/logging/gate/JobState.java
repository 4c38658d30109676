package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one job, or of the events that have none: where it is, what was held back. Guarded by itself: all
 * calls are made inside {@code synchronized (job)}, as one decision takes several of them.
 */
final class JobState {

    private final @Nullable String id;
    private final int[] seen;
    private final long[] heldBack;
    private final Ledger ledger;
    private final LossTable losses = new LossTable();
    private final Repeats repeats = new Repeats();
    private final List<Notice> notices = new ArrayList<>(0);
    private @Nullable String stage;
    private @Nullable Snapshot last;
    private @Nullable StageRule heldBy;
    private @Nullable StageRule repeating;
    private @Nullable PollRun polls;
    private long fold; // its number among those that were closed, 0 while it is open

    JobState(@Nullable String id, int stageRules, Ledger ledger) {
        this.id = id;
        this.seen = new int[stageRules];
        this.heldBack = new long[stageRules];
        this.ledger = ledger;
    }

    /** Whether the event is held back as the one before it was, and counted. Needs no lock. */
    boolean holdsBackAgain(String ofStage, Call call) {
        return repeats.take(ofStage, call);
    }

    /** The job is at a stage; what is left to be said of the one before is said. Gives whether an event came back. */
    boolean moveTo(String next, LongSupplier nanoClock) {
        if (next.equals(stage)) {
            return false;
        }
        countRepeats();
        boolean cameBack = heldBy != null && writeLast(heldBy);
        endPolls(nanoClock);
        stage = next;
        heldBy = null;
        return cameBack;
    }

    /** Those that come after this are others. */
    void endPolls(LongSupplier nanoClock) {
        if (polls != null) {
            notices.add(polls.end(id, nanoClock.getAsLong()));
            polls = null;
        }
    }

    /** Keeps the first of a stage and each n-th after it. */
    Decision sample(StageRule rule, Call call) {
        countRepeats();
        int place = seen[rule.index()];
        advance(rule, 1);
        if (place == 0) {
            long held = heldBack[rule.index()];
            heldBack[rule.index()] = 0;
            heldBy = null;
            return Decision.keep(rule.rate(), held);
        }
        heldBack[rule.index()]++;
        boolean again = id == null || (last != null && call.says(last));
        if (!again) {
            last = call.snapshot(last);
        }
        heldBy = id == null ? null : rule;
        int next = seen[rule.index()];
        if (again && next != 0 && !rule.end()) {
            repeating = rule;
            repeats.open(rule.stage(), last, rule.rate() - next);
        }
        return Decision.SAMPLED;
    }

    private void advance(StageRule rule, int events) {
        int place = seen[rule.index()] + events;
        seen[rule.index()] = place == rule.rate() ? 0 : place;
    }

    /** What was held back without the lock is counted like all others. */
    void countRepeats() {
        int events = repeats.close();
        if (events > 0 && repeating != null) {
            advance(repeating, events);
            heldBack[repeating.index()] += events;
            losses.add(SuppressReason.SAMPLED, repeating.stage(), events);
            ledger.countRepeats(SuppressReason.SAMPLED, events);
        }
    }

    Decision poll(StageRule rule, long subject, long found, LongSupplier nanoClock) {
        if (polls == null) {
            polls = new PollRun(rule.stage(), nanoClock.getAsLong());
        }
        return polls.poll(subject, found);
    }

    boolean countsIn(Ledger other) {
        return ledger == other;
    }

    void lose(SuppressReason reason, @Nullable String ofStage) {
        losses.add(reason, ofStage, 1);
        ledger.count(reason);
    }

    void say(Notice notice) {
        notices.add(notice);
    }

    /** The job's losses as an event, if there were any. */
    void sayLosses(boolean ofCall) {
        Map<LossKey, Long> sums = new HashMap<>();
        losses().addTo(sums);
        Notice summary = Losses.ofJob(ofCall, id, sums);
        if (summary != null) {
            notices.add(summary);
        }
    }

    /** For a place where the job is not in the context. */
    List<Notice> takeNoticesElsewhere() {
        return takeNotices().stream().map(Notice::elsewhere).toList();
    }

    List<Notice> takeNotices() {
        if (notices.isEmpty()) {
            return List.of();
        }
        List<Notice> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }

    @Nullable
    String id() {
        return id;
    }

    LossTable losses() {
        countRepeats();
        return losses;
    }

    boolean isClosed() {
        return fold != 0;
    }

    /** Whether it was closed by then. */
    boolean isClosedBy(long ofFold) {
        return isClosed() && fold <= ofFold;
    }

    /** Its losses were taken. */
    void close(long ofFold) {
        fold = ofFold;
    }

    private boolean writeLast(StageRule rule) {
        if (last == null) {
            return false;
        }
        notices.add(new Notice.Late(last, heldBack[rule.index()] - 1));
        losses.add(SuppressReason.SAMPLED, rule.stage(), -1);
        heldBack[rule.index()] = 0;
        last = null;
        return true;
    }
}
