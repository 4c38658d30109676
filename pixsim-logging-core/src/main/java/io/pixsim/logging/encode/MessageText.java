package io.pixsim.logging.encode;

import java.util.Arrays;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/** Fills the <code>{}</code> of a message as SLF4J does, with arguments that went through the redactor. */
final class MessageText {

    private final Redactor redactor;
    private final Limits limits;

    MessageText(Redactor redactor, Limits limits) {
        this.redactor = redactor;
        this.limits = limits;
    }

    String format(@Nullable String pattern, @Nullable Object @Nullable [] arguments) {
        if (pattern == null) {
            return "";
        }
        if (arguments == null || arguments.length == 0 || pattern.indexOf('{') < 0) {
            return pattern;
        }
        Object[] texts = Arrays.stream(arguments).map(this::text).toArray();
        return MessageFormatter.basicArrayFormat(pattern, texts);
    }

    /** One argument as it reads in a message; maps and lists as JSON, so that their keys are redacted too. */
    private String text(@Nullable Object argument) {
        Object value = argument instanceof FieldValue field
                ? redactor.value(field.field().name(), field.value())
                : argument;
        return value == null ? "null" : new ValueWriter(redactor, limits, new JsonWriter(0)).text(value);
    }
}
