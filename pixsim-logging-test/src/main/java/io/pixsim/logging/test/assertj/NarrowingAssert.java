package io.pixsim.logging.test.assertj;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What lets fewer events through. */
abstract class NarrowingAssert extends AbstractAssert<CapturedLogsAssert, CapturedLogs> {

    final Verdict verdict;

    NarrowingAssert(CapturedLogs actual, Verdict verdict) {
        super(actual, CapturedLogsAssert.class);
        this.verdict = verdict;
    }

    /**
     * Narrows to the events of a job.
     *
     * @param jobId the job's number
     * @return assertions on these alone
     */
    public CapturedLogsAssert job(long jobId) {
        return narrowed(actual.ofJob(jobId));
    }

    /**
     * Narrows to the events of a job.
     *
     * @param jobId the job's id, such as {@code job-abc123}
     * @return assertions on these alone
     */
    public CapturedLogsAssert job(String jobId) {
        return narrowed(actual.ofJob(jobId));
    }

    /**
     * Narrows to the events at a stage.
     *
     * @param stage the stage
     * @return assertions on these alone
     */
    public CapturedLogsAssert stage(Stage stage) {
        return narrowed(actual.atStage(stage));
    }

    /**
     * Narrows to the events of a severity, exactly.
     *
     * @param severity the severity
     * @return assertions on these alone
     */
    public CapturedLogsAssert level(Severity severity) {
        return narrowed(actual.atLevel(severity));
    }

    /**
     * Narrows to the events in which a field has a value.
     *
     * @param field the field and its value, {@code ATTEMPT.of(1)}
     * @return assertions on these alone
     */
    public CapturedLogsAssert field(FieldValue field) {
        return narrowed(actual.withField(field));
    }

    /**
     * Narrows to the events in which a field has a value.
     *
     * @param name the field's name
     * @param value the value; see {@link CapturedEvent#has(String, Object)}
     * @return assertions on these alone
     */
    public CapturedLogsAssert field(String name, @Nullable Object value) {
        return narrowed(actual.withField(name, value));
    }

    private CapturedLogsAssert narrowed(CapturedLogs fewer) {
        CapturedLogsAssert narrowed = new CapturedLogsAssert(fewer, verdict);
        narrowed.as(info.description());
        return narrowed;
    }
}
