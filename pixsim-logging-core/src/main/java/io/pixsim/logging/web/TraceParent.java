package io.pixsim.logging.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The {@code traceparent} header of the W3C trace context, read as strictly as that asks for: a header that is not
 * exactly of its form is none. Immutable.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all of them zero
 * @param spanId 16 lower-case hexadecimal digits, not all of them zero: the caller's span
 * @param flags two lower-case hexadecimal digits; {@code 01} is sampled
 */
public record TraceParent(String traceId, String spanId, String flags) {

    /** The header's name. */
    public static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;

    /**
     * Checks each part.
     *
     * @param traceId 32 lower-case hexadecimal digits, not all of them zero
     * @param spanId 16 lower-case hexadecimal digits, not all of them zero
     * @param flags two lower-case hexadecimal digits
     */
    public TraceParent {
        check("traceId", traceId, 32, true);
        check("spanId", spanId, 16, true);
        check("flags", flags, 2, false);
    }

    /**
     * Reads a header. Versions to come are read as far as this one knows them, as the W3C asks.
     *
     * @param header the value; null when there is none
     * @return what it says, or empty when it is not of the form
     */
    public static Optional<TraceParent> parse(@Nullable String header) {
        if (header == null || header.length() < LENGTH || !hasDashes(header)) {
            return Optional.empty();
        }
        String version = header.substring(0, 2);
        boolean known = version.equals("00");
        if (!isHex(version, 2) || version.equals("ff") || (known && header.length() > LENGTH)) {
            return Optional.empty();
        }
        if (header.length() > LENGTH && header.charAt(LENGTH) != '-') {
            return Optional.empty();
        }
        String flags = header.substring(FLAGS_AT, LENGTH);
        return isHex(flags, 2)
                ? of(header.substring(3, SPAN_AT - 1), header.substring(SPAN_AT, FLAGS_AT - 1), flags)
                : Optional.empty();
    }

    /**
     * Puts one together from what a context has.
     *
     * @param traceId as in the record
     * @param spanId as in the record
     * @param flags as in the record; when null or of another form, {@code 00}
     * @return the header's content, or empty when an id is not of its form
     */
    public static Optional<TraceParent> of(@Nullable String traceId, @Nullable String spanId, @Nullable String flags) {
        if (traceId == null || spanId == null || !isId(traceId, 32) || !isId(spanId, 16)) {
            return Optional.empty();
        }
        return Optional.of(new TraceParent(traceId, spanId, flags != null && isHex(flags, 2) ? flags : "00"));
    }

    /**
     * The value of the header, in version 00.
     *
     * @return 55 characters
     */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static boolean hasDashes(String header) {
        return header.charAt(2) == '-' && header.charAt(SPAN_AT - 1) == '-' && header.charAt(FLAGS_AT - 1) == '-';
    }

    private static boolean isId(String text, int length) {
        return isHex(text, length) && !text.chars().allMatch(c -> c == '0');
    }

    private static boolean isHex(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static void check(String name, String text, int length, boolean id) {
        if (!(id ? isId(text, length) : isHex(text, length))) {
            throw new IllegalArgumentException(name + " is not " + length + " lower-case hexadecimal digits: " + text);
        }
    }
}
