package io.pixsim.logging.test.conformance;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Runs one case after another. For one thread. */
final class Trial {

    private final Supplier<? extends Target> targets;
    private final Set<Check> checks;
    private final Duration deadline;
    private final int maxBytes;
    private @Nullable Target target;

    Trial(Supplier<? extends Target> targets, Set<Check> checks, Duration deadline, int maxBytes) {
        this.targets = targets;
        this.checks = checks;
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    CaseResult result(ConformanceCase tried) throws InterruptedException {
        Target current = target != null ? target : targets.get();
        try (Attempt attempt = tried.attempt()) {
            Outcome outcome = Outcome.of(current, attempt, deadline, maxBytes);
            // A call that is still under way may yet write, and must not write into the next case.
            target = outcome.returned() ? current : null;
            return new CaseResult(
                    tried.name(),
                    tried.group(),
                    Judge.findings(checks, tried, attempt.call(), outcome, maxBytes),
                    outcome.output());
        }
    }
}
