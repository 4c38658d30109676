package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/** Text of values that may do anything when asked for it. */
final class SafeText {

    private static final String THREW = ".toString threw ";

    private SafeText() {}

    /** What {@code toString} says, or that it failed. */
    static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value == null) {
            return "null";
        }
        try {
            return String.valueOf(value.toString());
        } catch (Throwable e) { // the value's own code; nothing it throws may reach the caller of the logger
            return "[" + value.getClass().getName() + THREW + e.getClass().getName() + "]";
        }
    }

    /** Whether a text is what {@link #of} says of a value that failed. */
    static boolean isFailure(Object value, String text) {
        return text.startsWith("[") && text.startsWith(value.getClass().getName() + THREW, 1);
    }

    /** What stands in place of a value that could not be read. */
    static String failure(Object value, Throwable e) {
        return "[" + value.getClass().getName() + " threw " + e.getClass().getName() + "]";
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
