package io.pixsim.logging.test.assertj;

import java.util.List;
import java.util.function.Function;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on captured logs. A failure shows the events and what differed.
 *
 * <p>{@link #job}, {@link #stage} and {@link #level} narrow: what follows them sees only the events they let through.
 */
public final class CapturedLogsAssert extends AbstractAssert<CapturedLogsAssert, CapturedLogs> {

    CapturedLogsAssert(CapturedLogs actual) {
        super(actual, CapturedLogsAssert.class);
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
     * There is an event at a stage.
     *
     * @param stage the stage
     * @return this
     */
    public CapturedLogsAssert hasEvent(Stage stage) {
        return atLeastOne(actual.atStage(stage), "at stage " + stage, "");
    }

    /**
     * There is an event that says something.
     *
     * @param message the whole message
     * @return this
     */
    public CapturedLogsAssert hasEvent(String message) {
        return atLeastOne(actual.withMessage(message), "that says \"" + message + "\"", "");
    }

    /**
     * There is an event at a stage that says something.
     *
     * @param stage the stage
     * @param message the whole message
     * @return this
     */
    public CapturedLogsAssert hasEvent(Stage stage, String message) {
        return atLeastOne(
                actual.atStage(stage).withMessage(message),
                "at stage " + stage + " that says \"" + message + "\"",
                Nearest.toStageAndMessage(actual, stage, message));
    }

    /**
     * There is an event in which a field has a value.
     *
     * @param name the field's name
     * @param value the value; see {@link CapturedEvent#has(String, Object)}
     * @return this
     */
    public CapturedLogsAssert hasField(String name, @Nullable Object value) {
        return atLeastOne(actual.withField(name, value), "with " + name + "=" + value, Nearest.toField(actual, name));
    }

    /**
     * There is an event in which a field has a value.
     *
     * @param field the field and its value, {@code ATTEMPT.of(1)}
     * @return this
     */
    public CapturedLogsAssert hasField(FieldValue field) {
        String name = field.field().name();
        return atLeastOne(actual.withField(field), "with " + name + "=" + field, Nearest.toField(actual, name));
    }

    /**
     * There is exactly one event at a stage.
     *
     * @param stage the stage
     * @return this
     */
    public CapturedLogsAssert once(Stage stage) {
        return exactly(1, actual.atStage(stage), "at stage " + stage);
    }

    /**
     * There is exactly one event that says something.
     *
     * @param message the whole message
     * @return this
     */
    public CapturedLogsAssert once(String message) {
        return exactly(1, actual.withMessage(message), "that says \"" + message + "\"");
    }

    /**
     * There is no event at a stage.
     *
     * @param stage the stage
     * @return this
     */
    public CapturedLogsAssert never(Stage stage) {
        return exactly(0, actual.atStage(stage), "at stage " + stage);
    }

    /**
     * There is no event that says something.
     *
     * @param message the whole message
     * @return this
     */
    public CapturedLogsAssert never(String message) {
        return exactly(0, actual.withMessage(message), "that says \"" + message + "\"");
    }

    /**
     * There are so many events.
     *
     * @param expected how many
     * @return this
     */
    public CapturedLogsAssert hasSize(int expected) {
        return exactly(expected, actual, "here");
    }

    /**
     * There are events at these stages, in this order; others may stand between.
     *
     * @param stages the stages
     * @return this
     */
    public CapturedLogsAssert followed(Stage... stages) {
        return inOrder("stages", List.of(stages), CapturedEvent::stage);
    }

    /**
     * There are events that say this, in this order; others may stand between.
     *
     * @param messages the whole messages
     * @return this
     */
    public CapturedLogsAssert inOrder(String... messages) {
        return inOrder("messages", List.of(messages), CapturedEvent::message);
    }

    /**
     * No encoded event holds any of these texts, neither as it is written nor as it reads once decoded.
     *
     * @param secrets the texts; at least one, none empty
     * @return this
     */
    public CapturedLogsAssert hasNoSecret(String... secrets) {
        List<String> leaks = Leaks.of(actual.events(), secrets);
        if (!leaks.isEmpty()) {
            throw failure(
                    "%nExpected no secret in what was logged, but%n  %s%nin %s", String.join("\n  ", leaks), actual);
        }
        return this;
    }

    private CapturedLogsAssert inOrder(String kind, List<?> expected, Function<CapturedEvent, ?> property) {
        InOrder.firstMissing(expected, actual.events(), property).ifPresent(missing -> {
            throw failure("%nExpected the %s %s in this order, but %s:%n%s", kind, expected, missing, actual);
        });
        return this;
    }

    private CapturedLogsAssert atLeastOne(CapturedLogs found, String description, String nearest) {
        if (found.events().isEmpty()) {
            throw failure("%nExpected an event %s, but there is none%s in%n%s", description, nearest, actual);
        }
        return this;
    }

    private CapturedLogsAssert exactly(int expected, CapturedLogs found, String description) {
        int size = found.events().size();
        if (size != expected) {
            String wanted = expected == 0 ? "no event" : expected == 1 ? "one event" : expected + " events";
            throw failure("%nExpected %s %s, but there are %s in%n%s", wanted, description, size, actual);
        }
        return this;
    }

    private CapturedLogsAssert narrowed(CapturedLogs fewer) {
        CapturedLogsAssert narrowed = new CapturedLogsAssert(fewer);
        narrowed.info.description(info.description());
        return narrowed;
    }
}
