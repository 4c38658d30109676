package io.pixsim.logging.test.assertj;

import java.util.List;
import java.util.Objects;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.CapturedEvent;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on one captured event. A failure shows the event and what differed. */
public final class CapturedEventAssert extends AbstractAssert<CapturedEventAssert, CapturedEvent> {

    private final Verdict verdict;

    CapturedEventAssert(CapturedEvent actual, Verdict verdict) {
        super(actual, CapturedEventAssert.class);
        this.verdict = verdict;
    }

    /**
     * The event is at a stage.
     *
     * @param expected the stage
     * @return this
     */
    public CapturedEventAssert isAtStage(Stage expected) {
        return same("stage", expected, actual.stage());
    }

    /**
     * The event has a severity.
     *
     * @param expected the severity
     * @return this
     */
    public CapturedEventAssert hasLevel(Severity expected) {
        return same("level", expected, actual.severity());
    }

    /**
     * The event says something.
     *
     * @param expected the whole message
     * @return this
     */
    public CapturedEventAssert hasMessage(String expected) {
        return same("message", expected, actual.message());
    }

    /**
     * A field of the event has a value.
     *
     * @param name the field's name
     * @param value the value; see {@link CapturedEvent#has(String, Object)}
     * @return this
     */
    public CapturedEventAssert hasField(String name, @Nullable Object value) {
        return field(name, value, actual.has(name, value));
    }

    /**
     * A field of the event has a value.
     *
     * @param field the field and its value, {@code ATTEMPT.of(1)}
     * @return this
     */
    public CapturedEventAssert hasField(FieldValue field) {
        return field(field.field().name(), field.value(), actual.has(field));
    }

    /**
     * The event has no field of a name.
     *
     * @param name the name
     * @return this
     */
    public CapturedEventAssert hasNoField(String name) {
        if (actual.fields().containsKey(name)) {
            return fail("%nExpected no field %s, but it is %s in%n  %s", name, actual.field(name), actual);
        }
        return this;
    }

    /**
     * The encoded event holds none of these texts, neither as it is written nor as it reads once decoded.
     *
     * @param secret a text, not empty
     * @param more other texts, none empty
     * @return this
     */
    public CapturedEventAssert hasNoSecret(String secret, String... more) {
        List<String> leaks = Leaks.of(List.of(actual), secret, more);
        return leaks.isEmpty()
                ? this
                : fail("%nExpected no secret in what was logged, but%n  %s", String.join("\n  ", leaks));
    }

    private CapturedEventAssert field(String name, @Nullable Object expected, boolean has) {
        if (has) {
            return this;
        }
        if (!actual.fields().containsKey(name)) {
            return fail("%nExpected %s to be %s, but there is no such field in%n  %s", name, expected, actual);
        }
        return fail("%nExpected %s to be %s, but it is %s in%n  %s", name, expected, actual.field(name), actual);
    }

    private CapturedEventAssert same(String what, Object expected, @Nullable Object found) {
        return Objects.equals(expected, found)
                ? this
                : fail("%nExpected the %s to be %s, but it is %s in%n  %s", what, expected, found, actual);
    }

    private CapturedEventAssert fail(String message, @Nullable Object... values) {
        verdict.accept(failure(message, values));
        return this;
    }
}
