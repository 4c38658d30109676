package io.pixsim.logging.test.assertj;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on captured logs. A failure shows the events, those that come nearest, and what differed.
 *
 * <p>{@link #job}, {@link #stage}, {@link #level} and {@link #field(FieldValue)} narrow: what follows them sees only the
 * events they let through.
 */
public final class CapturedLogsAssert extends NarrowingAssert {

    CapturedLogsAssert(CapturedLogs actual, Verdict verdict) {
        super(actual, verdict);
    }

    /**
     * There is an event at a stage in which fields have values.
     *
     * @param stage the stage
     * @param fields the fields and their values, {@code ATTEMPT.of(1)}; or none
     * @return this
     */
    public CapturedLogsAssert hasEvent(Stage stage, FieldValue... fields) {
        return atLeastOne(with(new Wanted().stage(stage), fields));
    }

    /**
     * There is an event that says something, and in which fields have values.
     *
     * @param message the whole message
     * @param fields the fields and their values, or none
     * @return this
     */
    public CapturedLogsAssert hasEvent(String message, FieldValue... fields) {
        return atLeastOne(with(new Wanted().message(message), fields));
    }

    /**
     * There is an event at a stage that says something, and in which fields have values.
     *
     * @param stage the stage
     * @param message the whole message
     * @param fields the fields and their values, or none
     * @return this
     */
    public CapturedLogsAssert hasEvent(Stage stage, String message, FieldValue... fields) {
        return atLeastOne(with(new Wanted().stage(stage).message(message), fields));
    }

    /**
     * There is an event in which a field has a value.
     *
     * @param name the field's name
     * @param value the value; see {@link CapturedEvent#has(String, Object)}
     * @return this
     */
    public CapturedLogsAssert hasField(String name, @Nullable Object value) {
        return atLeastOne(new Wanted().field(name, value));
    }

    /**
     * There is an event in which a field has a value.
     *
     * @param field the field and its value, {@code ATTEMPT.of(1)}
     * @return this
     */
    public CapturedLogsAssert hasField(FieldValue field) {
        return atLeastOne(new Wanted().field(field));
    }

    /**
     * There is exactly one event at a stage.
     *
     * @param stage the stage
     * @return this
     */
    public CapturedLogsAssert once(Stage stage) {
        return exactly(1, new Wanted().stage(stage));
    }

    /**
     * There is exactly one event that says something.
     *
     * @param message the whole message
     * @return this
     */
    public CapturedLogsAssert once(String message) {
        return exactly(1, new Wanted().message(message));
    }

    /**
     * There is no event at a stage.
     *
     * @param stage the stage
     * @return this
     */
    public CapturedLogsAssert never(Stage stage) {
        return exactly(0, new Wanted().stage(stage));
    }

    /**
     * There is no event that says something.
     *
     * @param message the whole message
     * @return this
     */
    public CapturedLogsAssert never(String message) {
        return exactly(0, new Wanted().message(message));
    }

    /**
     * There are so many events.
     *
     * @param expected how many
     * @return this
     */
    public CapturedLogsAssert hasSize(int expected) {
        int size = actual.events().size();
        return size == expected
                ? this
                : fail("%nExpected %s here, but there are %s in%n%s", events(expected), size, actual);
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
     * All these events happened within a time, from the first to the last of them.
     *
     * @param most the time
     * @return this
     */
    public CapturedLogsAssert withinDuration(Duration most) {
        return Span.of(actual.events())
                .filter(span -> span.time().compareTo(most) > 0)
                .map(span -> fail(
                        "%nExpected all to happen within %s, but it took %s, from event %s to event %s, in%n%s",
                        most, span.time(), span.first() + 1, span.last() + 1, actual))
                .orElse(this);
    }

    /**
     * Each line is valid by {@code docs/schema/event.schema.json}, the schema of events in files and on the console.
     *
     * @return this
     */
    public CapturedLogsAssert allMatchSchema() {
        List<String> violations = EventChecks.violations(actual.events());
        return violations.isEmpty()
                ? this
                : fail("%nExpected all events to match the schema, but%n  %s%nin %s", lines(violations), actual);
    }

    /**
     * No event shows what the library's own rules hide, whatever exceptions the program makes: neither under a sensitive key
     * nor, by its looks, in any text.
     *
     * @return this
     */
    public CapturedLogsAssert hasNoSecret() {
        List<String> shown = EventChecks.secrets(actual.events());
        return shown.isEmpty()
                ? this
                : fail("%nExpected no secret in what was logged, but%n  %s%nin %s", lines(shown), actual);
    }

    /**
     * No encoded event holds any of these texts, neither as it is written nor as it reads once decoded.
     *
     * @param secret a text, not empty
     * @param more other texts, none empty
     * @return this
     */
    public CapturedLogsAssert hasNoSecret(String secret, String... more) {
        List<String> leaks = Leaks.of(actual.events(), secret, more);
        return leaks.isEmpty()
                ? this
                : fail("%nExpected no secret in what was logged, but%n  %s%nin %s", lines(leaks), actual);
    }

    /**
     * The lines are those of a file; see {@link CapturedLogs#assertLines}.
     *
     * @param file where it is below {@code src/test/resources}
     * @param alsoVolatile names of more fields whose values differ from run to run
     * @return this
     */
    public CapturedLogsAssert assertLines(String file, String... alsoVolatile) {
        try {
            actual.assertLines(file, alsoVolatile);
            return this;
        } catch (AssertionError e) {
            return fail("%s", String.valueOf(e.getMessage()));
        }
    }

    private CapturedLogsAssert inOrder(String kind, List<?> expected, Function<CapturedEvent, ?> property) {
        return InOrder.firstMissing(expected, actual.events(), property)
                .map(missing ->
                        fail("%nExpected the %s %s in this order, but %s:%n%s", kind, expected, missing, actual))
                .orElse(this);
    }

    private CapturedLogsAssert atLeastOne(Wanted wanted) {
        return wanted.in(actual).isEmpty()
                ? fail("%nExpected an event %s, but there is none%s%nin %s", wanted, wanted.nearest(actual), actual)
                : this;
    }

    private CapturedLogsAssert exactly(int expected, Wanted wanted) {
        int size = wanted.in(actual).size();
        if (size == expected) {
            return this;
        }
        String nearest = size == 0 ? wanted.nearest(actual) : "";
        return fail("%nExpected %s %s, but there are %s%s%nin %s", events(expected), wanted, size, nearest, actual);
    }

    private CapturedLogsAssert fail(String message, Object... values) {
        verdict.accept(failure(message, values));
        return this;
    }

    private static Wanted with(Wanted wanted, FieldValue... fields) {
        Stream.of(fields).forEach(wanted::field);
        return wanted;
    }

    private static String events(int count) {
        return count == 0 ? "no event" : count == 1 ? "one event" : count + " events";
    }

    private static String lines(List<String> lines) {
        return lines.stream().collect(joining(String.format("%n  ")));
    }
}
