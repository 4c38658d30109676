package io.pixsim.logging.redact;

import java.util.Collection;
import java.util.Locale;

/**
 * The last three letters of the names that matter: a key that ends otherwise is known to be none of them, at the cost of
 * one look into a table. Immutable.
 */
final class Endings {

    private static final int LETTERS = 3;
    private static final int BITS = 5;
    private static final int MAX_TRAIL = 6;
    private static final int ALL = (1 << BITS) - 1;
    private static final int CODES = (1 << (LETTERS * BITS)) - 1;

    private final long[] table = new long[1 << (LETTERS * BITS - 6)];
    private boolean any;

    private Endings() {}

    /** The endings of names, and of their plurals. */
    static Endings of(Collection<String> names) {
        Endings endings = new Endings();
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            endings.add(lower);
            endings.add(lower + "s");
        }
        return endings;
    }

    /** The letters so far and one more: of all of them the last three count. */
    static int append(int code, char letter) {
        return ((code << BITS) | (letter & ALL)) & CODES;
    }

    /** Whether the letters of a run, without all else in it, may end in one of the names. */
    boolean match(int code) {
        return any || (table[code >> 6] & (1L << code)) != 0;
    }

    /** Whether a range may end in one of the names; a few digits and separators behind it do not count. */
    boolean match(CharSequence text, int from, int to) {
        if (any) {
            return true;
        }
        int code = 0;
        int found = 0;
        int trail = 0;
        for (int i = to - 1; i >= from && found < LETTERS; i--) {
            char c = text.charAt(i);
            if (c >= 128) {
                return true;
            }
            if (Chars.isLetter(c)) {
                code |= (c & ALL) << (BITS * found++);
            } else if (found == 0 && ++trail > MAX_TRAIL) {
                return false;
            } else if (found > 0 && Chars.isDigit(c)) {
                break;
            }
        }
        return found > 1 && (table[code >> 6] & 1L << code) != 0;
    }

    private void add(String name) {
        String letters = name.chars()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = letters.length();
        int from = Math.max(0, length - LETTERS);
        boolean plain = letters.substring(from).chars().allMatch(c -> Chars.isLower((char) c));
        if (!plain || length == 0) {
            any = true;
            return;
        }
        int code = 0;
        for (int i = from; i < length; i++) {
            code = (code << BITS) | (letters.charAt(i) & ALL);
        }
        mark(code, length - from);
    }

    /** A name shorter than the ending may have any letters before it. */
    private void mark(int code, int letters) {
        if (letters == LETTERS) {
            table[code >> 6] |= 1L << code;
            return;
        }
        for (int before = 0; before <= ALL; before++) {
            mark((before << (BITS * letters)) | code, letters + 1);
        }
    }
}
