package io.pixsim.logging.tool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.Outcome;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.catalog.StageCheck;
import io.pixsim.logging.files.LoggedEvent;
import org.jspecify.annotations.Nullable;

/** The stages that one job went through, whatever the order in which its events were read. */
final class JobSteps {

    private final List<Step> steps = new ArrayList<>();

    /** Takes an event, if it tells a stage; one that is in several files counts once. */
    boolean add(LoggedEvent event) {
        Optional<String> stage = event.stage();
        Optional<Instant> time = event.timestamp();
        if (stage.isEmpty() || time.isEmpty()) {
            return false;
        }
        steps.add(new Step(
                time.get(),
                event.line().hashCode(),
                stage.get(),
                attempt(event),
                event.text(Fields.ARTIFACT_ID)
                        .or(() -> event.text(Fields.GENERATION_ID))
                        .orElse(null),
                event.text(Fields.DELAY_MS).isPresent(),
                tellsEnd(event)));
        return true;
    }

    /** One that ends without outcome may go on in another process, unless it is reproached with that. */
    private static boolean tellsEnd(LoggedEvent event) {
        return event.stage().filter(Stage.JOB_END.getName()::equals).isPresent()
                && (event.text(Fields.OUTCOME)
                                .filter(Outcome.UNKNOWN.wireName()::equals)
                                .isEmpty()
                        || tells(event, Finding.NO_OUTCOME));
    }

    /** Whether the event of a job's end names a finding. */
    static boolean tells(LoggedEvent event, Finding finding) {
        return event.fields().get(Fields.FINDINGS.name()) instanceof List<?> told && told.contains(finding.wireName());
    }

    /**
     * What does not add up, by the step at which it shows.
     *
     * @param silentSince a job that was heard of later may still go on, unless it says that it has ended
     */
    Map<Finding, Step> findings(Instant silentSince) {
        Map<Finding, Step> findings = new LinkedHashMap<>();
        StageCheck check = new StageCheck();
        Step last = null;
        boolean toldEnd = false;
        for (Step step : inOrder()) {
            if (step.stage().equals(Stage.JOB_END.getName())) {
                toldEnd = step.end();
                continue;
            }
            check.step(step.stage(), step.attempt(), step.artifact(), step.delayed());
            check.findings().forEach(finding -> findings.putIfAbsent(finding, step));
            last = step;
            toldEnd = false;
        }
        if (last != null && (toldEnd || last.time().isBefore(silentSince))) {
            Step end = last;
            check.findingsAtEnd().forEach(finding -> findings.putIfAbsent(finding, end));
        }
        return findings;
    }

    private List<Step> inOrder() {
        return steps.stream()
                .sorted(Comparator.comparing(Step::time))
                .distinct()
                .toList();
    }

    private static int attempt(LoggedEvent event) {
        return event.text(Fields.ATTEMPT)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(StageCheck.NO_ATTEMPT);
    }

    /**
     * One event at a stage.
     *
     * @param time when
     * @param line stands for the line
     * @param stage the stage
     * @param attempt the attempt; {@link StageCheck#NO_ATTEMPT} when it tells none
     * @param artifact the artifact; null when it tells none
     * @param delayed whether it tells a wait
     * @param end whether it tells that the job has ended
     */
    record Step(
            Instant time,
            int line,
            String stage,
            int attempt,
            @Nullable String artifact,
            boolean delayed,
            boolean end) {}
}
