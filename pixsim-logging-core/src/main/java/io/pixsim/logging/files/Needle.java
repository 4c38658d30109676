package io.pixsim.logging.files;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that a line of JSON has in it when a text is among its values, so that most lines need not be parsed. A writer may
 * spell any character as an escape: a line with an escape of that kind in
 * it is never ruled out.
 */
final class Needle {

    private static final byte[] ESCAPE = "\\u00".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final boolean anyCase;

    private Needle(byte[] bytes, boolean anyCase) {
        this.bytes = bytes;
        this.anyCase = anyCase;
    }

    /** Null for text that can be written in more ways than one. */
    static @Nullable Needle exact(String text) {
        return isPlain(text) ? new Needle(text.getBytes(StandardCharsets.US_ASCII), false) : null;
    }

    /** Null for text that can be written in more ways than one, also by letters beyond ASCII whose lower case is in it. */
    static @Nullable Needle inAnyCase(String text) {
        boolean hasOtherForms = text.chars().anyMatch(c -> "kKsSiI".indexOf(c) >= 0);
        return isPlain(text) && !hasOtherForms ? new Needle(text.getBytes(StandardCharsets.US_ASCII), true) : null;
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '/');
    }

    boolean mayBeIn(byte[] line, int from, int to) {
        return isIn(line, from, to, bytes, anyCase) || isIn(line, from, to, ESCAPE, false);
    }

    private static boolean isIn(byte[] line, int from, int to, byte[] wanted, boolean anyCase) {
        byte first = anyCase ? lower(wanted[0]) : wanted[0];
        int last = to - wanted.length;
        for (int i = from; i <= last; i++) {
            byte b = anyCase ? lower(line[i]) : line[i];
            if (b == first && isAt(line, i, wanted, anyCase)) {
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
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }
}
