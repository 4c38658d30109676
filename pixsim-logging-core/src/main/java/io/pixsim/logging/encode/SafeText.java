package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/** Text of values that may do anything when asked for it. */
final class SafeText {

    private SafeText() {}

    /** What {@code toString} says, or that it failed. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        try {
            return String.valueOf(value.toString());
        } catch (Throwable e) { // the value's own code; nothing it throws may reach the caller of the logger
            return "[" + value.getClass().getName() + ".toString threw "
                    + e.getClass().getName() + "]";
        }
    }

    /** The first code points of a text. */
    static String head(String text, int codePoints) {
        if (text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    /** The last code points of a text. */
    static String tail(String text, int codePoints) {
        if (text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        return text.substring(text.offsetByCodePoints(text.length(), -codePoints));
    }
}
