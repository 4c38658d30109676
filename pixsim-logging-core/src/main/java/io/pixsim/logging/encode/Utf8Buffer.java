package io.pixsim.logging.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import io.pixsim.logging.redact.Redactor;

/**
 * Text as UTF-8 with JSON's escapes. NUL and lone surrogates, which PostgreSQL refuses, become U+FFFD, and are counted. Can
 * be used again and again; for one thread.
 */
abstract class Utf8Buffer extends UnicodeBuffer {

    /** Up to so many characters it is faster to look at each than at all together. */
    private static final int FEW = 40;

    /** So many characters are copied before it is asked whether one of them must not be. */
    private static final int RUN = 64;

    private static final int SAMPLES = 4;

    /** What a text of ASCII needs besides its length, its quotes included. */
    static final int ROOM_FOR_TEXT = Long.BYTES + 2;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x2020202020202020L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long ONES = 0x0101010101010101L;
    private static final long EIGHT_HIGH_BITS = 0x8080808080808080L;

    /** Stands for the classes of characters that were not looked at one by one. */
    private static final int ANY_CLASS = -1;

    /** What the redactor wants to know of each character, and whether it must be escaped. */
    private static final int[] CLASSES = characters();

    private static final int ESCAPED = 1 << 30;

    private int classes;
    private int textStart;
    private boolean verbatim;

    Utf8Buffer(int capacity) {
        super(capacity);
    }

    /** Begins to join the classes of characters. */
    final void beginClasses() {
        classes = 0;
    }

    /** The {@link Redactor#classOf} of all characters of the texts since {@link #beginClasses}, joined. */
    final int classes() {
        return classes;
    }

    /** Whether the last text consists of ASCII that needs no escape, so that its bytes are those at {@link #textStart}. */
    final boolean isVerbatim() {
        return verbatim;
    }

    final int textStart() {
        return textStart;
    }

    /** A number that texts seldom share, of the text in quotes that was written last: ids and counts differ at the end. */
    final int sample() {
        int end = size - 1;
        if (end < Long.BYTES) {
            return end;
        }
        long last = (long) EIGHT_BYTES.get(buffer, end - Long.BYTES);
        return 31 * Long.hashCode(last) + end - textStart;
    }

    /** All bytes; behind the last text are a quote and seven more at least. */
    final byte[] bytes() {
        return buffer;
    }

    /**
     * A part of a text, escaped, without quotes. Most texts are ASCII without anything to escape: a run of characters is
     * copied as it is, and looked at as a whole.
     */
    final void text(String text, int from, int to) {
        ensure(to - from + Long.BYTES);
        textStart = size;
        verbatim = true;
        int i = from;
        if (to - from <= FEW) {
            i = copyFew(text, from, to);
        } else if (isOther(text, from, to)) {
            verbatim = false;
            classes = ANY_CLASS;
            textWithOthers(text, from, from, to);
            return;
        }
        while (i < to) {
            int end = Math.min(to, i + RUN);
            classes = ANY_CLASS;
            if (!copyRun(text, i, end)) {
                verbatim = false;
                textWithOthers(text, from, i, to);
                return;
            }
            size += end - i;
            i = end;
        }
        buffer[size] = '"'; // ends the text for whoever reads it here
    }

    /** Whether a few characters tell that a text is not ASCII: it would be found out later, at a cost. */
    private static boolean isOther(String text, int from, int to) {
        int step = (to - from) / SAMPLES;
        int seen = 0;
        for (int i = 0, at = from; i < SAMPLES; i++, at += step) {
            seen |= text.charAt(at);
        }
        return seen > ASCII;
    }

    /** Copies what can be copied, four characters at a time, and gives a place before which all could be. */
    private int copyFew(String text, int from, int to) {
        byte[] bytes = buffer;
        int at = size - from;
        int seen = 0;
        int i = from;
        int lastFour = to - Integer.BYTES;
        while (i < to && lastFour >= from) {
            i = Math.min(i, lastFour); // once more some that were copied, so that none is copied by itself
            char c0 = text.charAt(i);
            char c1 = text.charAt(i + 1);
            char c2 = text.charAt(i + 2);
            char c3 = text.charAt(i + 3);
            int types = CLASSES[c0 & ASCII] | CLASSES[c1 & ASCII] | CLASSES[c2 & ASCII] | CLASSES[c3 & ASCII];
            if (((c0 | c1 | c2 | c3) > ASCII) || types >= ESCAPED) {
                break;
            }
            seen |= types;
            FOUR_BYTES.set(bytes, at + i, c0 | c1 << 8 | c2 << 16 | c3 << 24);
            i += Integer.BYTES;
        }
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c > ASCII || CLASSES[c] >= ESCAPED) {
                break;
            }
            seen |= CLASSES[c];
            bytes[at + i] = (byte) c;
        }
        classes |= seen;
        size = at + i;
        return i;
    }

    @SuppressWarnings("deprecation") // takes the low byte of each character, as is wanted here
    private boolean copyRun(String text, int from, int to) {
        text.getBytes(from, to, buffer, size);
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen |= text.charAt(i);
        }
        return seen < 0x80 && isPlain(size, size + to - from);
    }

    /** Whether bytes of ASCII stand for themselves, all of them; up to seven behind the last are read, too. */
    private boolean isPlain(int from, int to) {
        byte[] bytes = buffer;
        long others = 0;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            others |= others((long) EIGHT_BYTES.get(bytes, i));
        }
        if (i < to) {
            long last = -1L >>> ((Long.BYTES - (to - i)) * Byte.SIZE);
            others |= others(((long) EIGHT_BYTES.get(bytes, i) & last) | (SPACES & ~last));
        }
        return others == 0;
    }

    /** Not 0 when one of eight ASCII bytes is a control character, a quote or a backslash. */
    private static long others(long bytes) {
        return ((bytes - SPACES) | ((bytes ^ QUOTES) - ONES) | ((bytes ^ BACKSLASHES) - ONES)) & EIGHT_HIGH_BITS;
    }

    /** A text as a reader gets it back, so that two names can be told apart as they will be. */
    static String asWritten(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < repaired.length(); i++) {
            if (isPair(text, i, text.length())) {
                i++;
            } else if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                repaired.setCharAt(i, '\uFFFD');
            }
        }
        return repaired.toString();
    }

    private static boolean isPair(String text, int i, int to) {
        return i + 1 < to && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static int[] characters() {
        int[] classes = new int[0x80];
        for (char c = 0; c < classes.length; c++) {
            classes[c] = Redactor.classOf(c) | (ESCAPES[c] == 0 ? 0 : ESCAPED);
        }
        return classes;
    }
}
