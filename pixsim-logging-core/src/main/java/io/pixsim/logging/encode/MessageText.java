package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/** Fills the <code>{}</code> of a message as SLF4J does, with arguments that went through the redactor. */
final class MessageText {

    private final ValueWriter values;

    MessageText(ValueWriter values) {
        this.values = values;
    }

    /** The message as text, without its secrets. */
    String format(@Nullable String pattern, @Nullable Object @Nullable [] arguments) {
        return values.texts().redacted(raw(pattern, arguments));
    }

    private String raw(@Nullable String pattern, @Nullable Object @Nullable [] arguments) {
        if (pattern == null) {
            return "";
        }
        if (arguments == null || arguments.length == 0 || pattern.indexOf('{') < 0) {
            return pattern;
        }
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(arguments[i]);
        }
        return MessageFormatter.basicArrayFormat(pattern, texts);
    }

    /** The message as a JSON string. Pattern and arguments may be a secret together only, so they are looked at as one. */
    void write(@Nullable String pattern, @Nullable Object @Nullable [] arguments) {
        values.texts().write(raw(pattern, arguments));
    }

    /** One argument as it reads in a message; maps and lists as JSON, so that their keys are redacted too. */
    private String text(@Nullable Object argument) {
        if (argument == null) {
            return "null";
        }
        return argument instanceof String text ? References.shortened(text) : values.textOf(argument);
    }
}
