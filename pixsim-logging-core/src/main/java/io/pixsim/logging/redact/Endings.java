package io.pixsim.logging.redact;

import java.util.Collection;
import java.util.Locale;

/**
 * The last four letters of the names that matter: a key that ends otherwise is known to be none of them, at the cost of one
 * look into a table. Immutable.
 */
final class Endings {

    /** So many letters, in lower case, are a number: the last one in the highest byte, 0 where there are fewer. */
    private static final int LETTERS = 4;

    private static final int MAX_TRAIL = 6;
    private static final int LAST = (LETTERS - 1) * Byte.SIZE;
    private static final int TABLE_BITS = 16;
    private static final int SPREAD = 0x9E3779B1;

    private final long[] table = new long[1 << (TABLE_BITS - 6)];

    /** Names of one letter would fill the table: a bit each. */
    private int single;

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

    /** Whether a range may end in one of the names; a few digits and separators behind it do not count. */
    boolean match(CharSequence text, int from, int to) {
        if (any || text.charAt(to - 1) >= 128) {
            return any || Chars.classInRun(text.charAt(to - 1)) != Chars.FOREIGN || LocalNames.mayEnd(text, from, to);
        }
        if (to - from >= LETTERS) {
            int last = text.charAt(to - 1) | 0x20;
            int second = text.charAt(to - 2) | 0x20;
            int third = text.charAt(to - 3) | 0x20;
            int fourth = text.charAt(to - 4) | 0x20;
            if (isLower(last) && isLower(second) && isLower(third) && isLower(fourth)) {
                return has((last << LAST) | (second << 16) | (third << 8) | fourth);
            }
        }
        return matchBySteps(text, from, to);
    }

    /** As {@link #match}, for a word of ASCII letters whose last four are given, in lower case. */
    boolean match(int lastLetters) {
        return any || has(lastLetters);
    }

    /** As {@link #match}, for what has separators, digits or wide letters at its end. */
    private boolean matchBySteps(CharSequence text, int from, int to) {
        int code = 0;
        int found = 0;
        int trail = 0;
        for (int i = to - 1; i >= from && found < LETTERS; i--) {
            char c = text.charAt(i);
            if (c >= 128) {
                if (!Chars.isForeign(c) || LocalNames.mayEnd(text, from, to)) {
                    return true;
                }
                break;
            }
            if (Chars.isLetter(c)) {
                code |= (c | 0x20) << (LAST - Byte.SIZE * found++);
            } else if (found == 0 && ++trail > MAX_TRAIL) {
                return false;
            } else if (found > 0 && Chars.isDigit(c)) {
                break;
            }
        }
        return found > 1 && has(code);
    }

    private boolean has(int code) {
        int place = (code * SPREAD) >>> (Integer.SIZE - TABLE_BITS);
        return (table[place >> 6] & (1L << place)) != 0 || (single & (1 << (code >>> LAST))) != 0;
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
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
        if (length == 1) {
            single |= 1 << letters.charAt(0);
            return;
        }
        int code = 0;
        for (int i = from; i < length; i++) {
            code |= letters.charAt(i) << (LAST - Byte.SIZE * (length - 1 - i));
        }
        mark(code, length - from);
    }

    /** A name shorter than the ending may have any letters before it, or none. */
    private void mark(int code, int letters) {
        int place = (code * SPREAD) >>> (Integer.SIZE - TABLE_BITS);
        table[place >> 6] |= 1L << place;
        for (char before = 'a'; letters < LETTERS && before <= 'z'; before++) {
            mark(code | (before << (LAST - Byte.SIZE * letters)), letters + 1);
        }
    }
}
