package io.pixsim.logging.test.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.StageCheck;
import io.pixsim.logging.catalog.Stages;
import org.jspecify.annotations.Nullable;

/**
 * Whether the stages of each job add up, as the library itself looks at them when a job ends. A job whose last stage says
 * that the provider has it, or that a retry was put off, has not ended with the test.
 */
public final class StageContract {

    private StageContract() {}

    /**
     * What does not add up.
     *
     * @param events all events of a test, in their order
     * @return one text for each job and finding
     */
    public static List<String> problems(List<? extends Map<String, ? extends @Nullable Object>> events) {
        Map<String, StageCheck> jobs = new LinkedHashMap<>();
        for (Map<String, ? extends @Nullable Object> event : events) {
            String job = text(event, Fields.JOB_ID);
            String stage = text(event, Fields.STAGE);
            if (job != null && stage != null && !isOfLibrary(stage)) {
                step(jobs.computeIfAbsent(job, id -> new StageCheck()), stage, event);
            }
        }
        List<String> problems = new ArrayList<>();
        jobs.forEach((job, check) ->
                findings(check).forEach(finding -> problems.add("job " + job + ": " + finding.description())));
        return problems;
    }

    private static Set<Finding> findings(StageCheck check) {
        return new LinkedHashSet<>(check.isWaiting() ? check.findings() : check.findingsAtEnd());
    }

    private static void step(StageCheck check, String stage, Map<String, ? extends @Nullable Object> event) {
        String artifact = text(event, Fields.ARTIFACT_ID);
        check.step(
                stage,
                event.get(Fields.ATTEMPT.name()) instanceof Long attempt && attempt >= 0 && attempt < Integer.MAX_VALUE
                        ? attempt.intValue()
                        : StageCheck.NO_ATTEMPT,
                artifact != null ? artifact : text(event, Fields.GENERATION_ID),
                event.get(Fields.DELAY_MS.name()) != null);
    }

    private static boolean isOfLibrary(String stage) {
        return Stages.ofLibrary().stream().anyMatch(own -> own.getName().equals(stage));
    }

    private static @Nullable String text(Map<String, ? extends @Nullable Object> event, Field field) {
        Object value = event.get(field.name());
        return value == null ? null : value.toString();
    }
}
