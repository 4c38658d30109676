package io.pixsim.logging.encode;

/**
 * How much of an event is written. What is cut says so.
 *
 * @param maxStringLength characters of one string; at least {@value #MIN_STRING_LENGTH}
 */
public record Limits(int maxStringLength) {

    /** The smallest limit that leaves room to say that something was cut. */
    public static final int MIN_STRING_LENGTH = 64;

    /** Characters of one string, unless told otherwise. */
    public static final int DEFAULT_STRING_LENGTH = 32 * 1024;

    /** Maps and lists in one another; the ingest endpoint can't be read any more below about 250. */
    static final int MAX_DEPTH = 32;

    /** Bytes of one event after which further values are left out. */
    static final int MAX_EVENT_BYTES = 512 * 1024;

    /** Bytes of one map or list after which its further elements are left out. */
    static final int MAX_VALUE_BYTES = MAX_EVENT_BYTES / 4;

    /** {@value #DEFAULT_STRING_LENGTH} characters. */
    public static final Limits DEFAULT = new Limits(DEFAULT_STRING_LENGTH);

    /**
     * Checks the range.
     *
     * @param maxStringLength characters of one string; at least {@value #MIN_STRING_LENGTH}
     */
    public Limits {
        if (maxStringLength < MIN_STRING_LENGTH) {
            throw new IllegalArgumentException("maxStringLength < " + MIN_STRING_LENGTH + ": " + maxStringLength);
        }
    }

    /** The text, or its head and a word on how much is missing, together not longer than the limit. */
    String clip(String text) {
        if (text.length() <= maxStringLength) {
            return text;
        }
        String mark = "… [" + (text.length() - maxStringLength) + " more characters cut]";
        int end = maxStringLength - mark.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
    }
}
