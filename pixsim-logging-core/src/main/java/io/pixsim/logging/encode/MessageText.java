package io.pixsim.logging.encode;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/** Fills the <code>{}</code> of a message as SLF4J does, with arguments that went through the redactor. */
final class MessageText {

    private final ValueWriter values;
    private final Limits limits;

    MessageText(ValueWriter values, Limits limits) {
        this.values = values;
        this.limits = limits;
    }

    /** The message as text. */
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

    /** The message as a JSON string, mostly without a text in between. */
    void write(@Nullable String pattern, @Nullable Object @Nullable [] arguments, JsonWriter out) {
        if (pattern == null || arguments == null || arguments.length == 0 || pattern.indexOf("{}") < 0) {
            values.text(format(pattern, arguments));
            return;
        }
        int start = out.size();
        if (pattern.indexOf('\\') >= 0 || !writeParts(pattern, arguments, out)) {
            out.truncate(start);
            values.text(format(pattern, arguments));
        }
    }

    /** Pattern, argument, pattern, argument, …; false when it becomes too long to be written so. */
    private boolean writeParts(String pattern, @Nullable Object[] arguments, JsonWriter out) {
        int room = limits.maxStringLength() - pattern.length();
        out.beginString();
        int from = 0;
        for (Object argument : arguments) {
            int gap = pattern.indexOf("{}", from);
            if (gap < 0) {
                break;
            }
            out.text(pattern, from, gap);
            from = gap + 2;
            room -= writePart(argument, room, out);
            if (room < 0) {
                return false;
            }
        }
        out.text(pattern, from, pattern.length());
        out.endString();
        return true;
    }

    /** Gives the length of the argument, and writes it when there is room. */
    private int writePart(@Nullable Object argument, int room, JsonWriter out) {
        if (argument instanceof Integer || argument instanceof Long) {
            out.digits(((Number) argument).longValue());
            return 1;
        }
        String text = text(argument);
        if (text.length() <= room) {
            out.text(text, 0, text.length());
        }
        return text.length();
    }

    /** One argument as it reads in a message; maps and lists as JSON, so that their keys are redacted too. */
    private String text(@Nullable Object argument) {
        return argument == null ? "null" : values.textOf(argument);
    }
}
