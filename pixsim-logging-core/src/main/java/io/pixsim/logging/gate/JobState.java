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
    private final LossTable losses = new LossTable();
    private final List<Notice> notices = new ArrayList<>(0);
    private @Nullable String stage;
    private @Nullable Snapshot last;
    private @Nullable StageRule heldBy;
    private @Nullable PollRun polls;
    private boolean closed;

    JobState(@Nullable String id, int stageRules) {
        this.id = id;
        this.seen = new int[stageRules];
        this.heldBack = new long[stageRules];
    }

    /** The job is at a stage; what is left to be said of the one before is said. Gives whether an event came back. */
    boolean moveTo(String next, LongSupplier nanoClock) {
        if (next.equals(stage)) {
            return false;
        }
        boolean cameBack = heldBy != null && writeLast(heldBy);
        if (polls != null) {
            notices.add(polls.end(id, nanoClock.getAsLong()));
            polls = null;
        }
        stage = next;
        heldBy = null;
        return cameBack;
    }

    /** Keeps the first of a stage and each n-th after it. */
    Decision sample(StageRule rule, Call call) {
        int place = seen[rule.index()];
        seen[rule.index()] = (place + 1) % rule.rate();
        if (place == 0) {
            long held = heldBack[rule.index()];
            heldBack[rule.index()] = 0;
            heldBy = null;
            return Decision.keep(rule.rate(), held);
        }
        heldBack[rule.index()]++;
        if (id != null) {
            last = call.snapshot(last);
            heldBy = rule;
        }
        return Decision.SAMPLED;
    }

    Decision poll(StageRule rule, long found, LongSupplier nanoClock) {
        if (polls == null) {
            polls = new PollRun(rule.stage(), nanoClock.getAsLong());
        }
        return polls.poll(found);
    }

    void lose(SuppressReason reason, @Nullable String ofStage) {
        losses.add(reason, ofStage, 1);
    }

    void say(Notice notice) {
        notices.add(notice);
    }

    /** The job's losses as an event, if there were any. */
    void sayLosses(boolean ofCall) {
        Map<LossKey, Long> sums = new HashMap<>();
        losses.addTo(sums);
        Notice summary = Losses.ofJob(ofCall, id, sums);
        if (summary != null) {
            notices.add(summary);
        }
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
        return losses;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
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
