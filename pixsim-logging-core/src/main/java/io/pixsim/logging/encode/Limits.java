package io.pixsim.logging.encode;

/**
 * How much of an event is written. What is cut says so, and is named in {@code _repaired}.
 *
 * @param maxStringLength characters of one string; at least {@value #MIN_STRING_LENGTH}
 * @param maxFields fields that an event brings itself beside the catalog's; at least 1
 * @param maxDepth maps and lists in one another, 1 to {@value #MAX_DEPTH}
 * @param maxEventBytes bytes of one event after which further values are left out; at least {@value #MIN_EVENT_BYTES}
 */
public record Limits(int maxStringLength, int maxFields, int maxDepth, int maxEventBytes) {

    /** The smallest limit that leaves room to say that something was cut. */
    public static final int MIN_STRING_LENGTH = 64;

    /** Characters of one string, unless told otherwise. */
    public static final int DEFAULT_STRING_LENGTH = 32 * 1024;

    /** Fields of one event, unless told otherwise. */
    public static final int DEFAULT_FIELDS = 20_000;

    /** Maps and lists in one another; the ingest endpoint can't be read any more below about 250. */
    public static final int MAX_DEPTH = 32;

    /** The smallest limit that leaves room for the catalog's fields. */
    public static final int MIN_EVENT_BYTES = 4 * 1024;

    /** Bytes of one event, unless told otherwise: half of what the ingest endpoint takes well at once. */
    public static final int DEFAULT_EVENT_BYTES = 512 * 1024;

    /** The defaults. */
    public static final Limits DEFAULT = new Limits(DEFAULT_STRING_LENGTH);

    /**
     * Checks the ranges.
     *
     * @param maxStringLength characters of one string; at least {@value #MIN_STRING_LENGTH}
     * @param maxFields fields that an event brings itself beside the catalog's; at least 1
     * @param maxDepth maps and lists in one another, 1 to {@value #MAX_DEPTH}
     * @param maxEventBytes bytes of one event after which further values are left out; at least {@value #MIN_EVENT_BYTES}
     */
    public Limits {
        check("maxStringLength", maxStringLength, MIN_STRING_LENGTH);
        check("maxFields", maxFields, 1);
        check("maxDepth", maxDepth, 1);
        check("maxEventBytes", maxEventBytes, MIN_EVENT_BYTES);
        if (maxDepth > MAX_DEPTH) {
            throw new IllegalArgumentException("maxDepth > " + MAX_DEPTH + ": " + maxDepth);
        }
    }

    /**
     * The defaults, but for the length of strings.
     *
     * @param maxStringLength characters of one string; at least {@value #MIN_STRING_LENGTH}
     */
    public Limits(int maxStringLength) {
        this(maxStringLength, DEFAULT_FIELDS, MAX_DEPTH, DEFAULT_EVENT_BYTES);
    }

    /** Bytes of one map or list after which its further elements are left out, so that other fields have room too. */
    int maxValueBytes() {
        return maxEventBytes / 4;
    }

    private static void check(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " < " + least + ": " + value);
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
