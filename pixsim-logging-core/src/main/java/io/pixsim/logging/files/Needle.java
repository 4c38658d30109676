package io.pixsim.logging.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that a line of JSON has in it when a text is among its values, so that most lines need not be parsed. A writer may
 * spell any character as an escape: a line with an escape of that kind in it is never ruled out.
 */
final class Needle {

    private static final int CASE = 'a' - 'A';
    private static final byte[] ESCAPE = "\\u00".getBytes(StandardCharsets.US_ASCII);
    /** The letters beyond ASCII whose lower case is, or begins with, one of ASCII: they are rare enough not to rule out. */
    private static final List<byte[]> OTHER_LETTERS = Stream.of("\u212A", "\\u212", "\u0130", "\\u013")
            .map(form -> form.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final byte[] bytes;
    private final boolean anyCase;
    private final List<byte[]> otherForms;

    private Needle(byte[] bytes, boolean anyCase, List<byte[]> otherForms) {
        this.bytes = bytes;
        this.anyCase = anyCase;
        this.otherForms = otherForms;
    }

    /** Null for text that can be written in more ways than one. */
    static @Nullable Needle exact(String text) {
        return isPlain(text) ? new Needle(text.getBytes(StandardCharsets.US_ASCII), false, List.of(ESCAPE)) : null;
    }

    /** Null for text that can be written in more ways than one, but for its case. */
    static @Nullable Needle inAnyCase(String text) {
        if (!isPlain(text)) {
            return null;
        }
        List<byte[]> otherForms = new ArrayList<>(List.of(ESCAPE));
        if (text.chars().anyMatch(c -> "kKiI".indexOf(c) >= 0)) {
            otherForms.addAll(OTHER_LETTERS);
        }
        return new Needle(text.getBytes(StandardCharsets.US_ASCII), true, List.copyOf(otherForms));
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '/');
    }

    boolean mayBeIn(byte[] line, int from, int to) {
        if (isIn(line, from, to, bytes, anyCase)) {
            return true;
        }
        for (byte[] form : otherForms) {
            if (isIn(line, from, to, form, false)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(byte[] line, int from, int to, byte[] wanted, boolean anyCase) {
        byte first = anyCase ? lower(wanted[0]) : wanted[0];
        byte other = anyCase && first >= 'a' && first <= 'z' ? (byte) (first - CASE) : first;
        int last = to - wanted.length;
        for (int i = from; i <= last; i++) {
            byte b = line[i];
            if ((b == first || b == other) && isAt(line, i, wanted, anyCase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] line, int at, byte[] wanted, boolean anyCase) {
        for (int i = 1; i < wanted.length; i++) {
            byte b = line[at + i];
            if (anyCase ? lower(b) != lower(wanted[i]) : b != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + CASE) : b;
    }
}
