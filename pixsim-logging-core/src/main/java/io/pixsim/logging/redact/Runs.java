package io.pixsim.logging.redact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Goes over a text run by run, in one pass that makes no object, until one is worth a closer look. Most runs are words that
 * their last letters tell to be no key and no scheme; of the others {@link Triggers} are asked.
 */
final class Runs {

    private static final int LETTERS = Chars.LOWER | Chars.UPPER;
    private static final int LAST = Integer.SIZE - Byte.SIZE;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWER_CASE = 0x2020202020202020L;
    /** Carries into the high bit from {@code a} on. */
    private static final long FROM_A = 0x1F1F1F1F1F1F1F1FL;
    /** Carries into the high bit beyond {@code z}. */
    private static final long BEYOND_Z = 0x0505050505050505L;

    private static final int DATA = 'd' | 'a' << 8 | 't' << 16 | 'a' << 24;
    private static final int KEY_DATA = "keydata".length();

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final boolean[] ENDS_WORD = wordEnds();

    private Runs() {}

    /** Whether any run of a text is worth a look. */
    static boolean any(CharSequence text, KeyRules keys) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int start = i;
            int seen = 0;
            int lastLetters = 0;
            char c = 0;
            for (; i < length; i++) {
                c = text.charAt(i);
                int type = Chars.classInRun(c);
                if ((type & Triggers.RUN) == 0) {
                    break;
                }
                seen |= type;
                lastLetters = c < 128 ? lastLetters >>> Byte.SIZE | (c | 0x20) << LAST : 0;
            }
            char next = i < length ? c : (char) 0;
            if (i > start
                    && !isOtherWord(text, start, i, seen, next, lastLetters, keys)
                    && Triggers.may(text, start, i, seen, next, keys)
                    && Triggers.at(text, start, i, seen, keys)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run is a word that its end tells to be no key and no scheme: most of a text are. */
    private static boolean isOtherWord(
            CharSequence text, int from, int to, int seen, char next, int lastLetters, KeyRules keys) {
        if ((seen & ~(LETTERS | Chars.FOREIGN)) != 0 || (next < 128 && !ENDS_WORD[next])) {
            return false;
        }
        if ((seen & Chars.FOREIGN) != 0) {
            return !LocalNames.mayEnd(text, from, to) && !keys.mayTell(lastLetters);
        }
        boolean sentence = next == ' ' && Triggers.isInSentence(text, from, to);
        return !(sentence ? Prose.mayTell(lastLetters) : keys.mayTell(lastLetters));
    }

    /**
     * Whether any run of a text is worth a look, asked of the text's ASCII bytes: words are passed over eight letters at a
     * time.
     *
     * @param ascii the same text from a place on; the byte behind it is a quote, and at least seven more follow
     */
    static boolean any(CharSequence text, byte[] ascii, int at, KeyRules keys) {
        int last = at + text.length();
        int i = at;
        while (i < last) {
            int end = i;
            long letters = lowerCase(ascii, i);
            long others = others(letters);
            while (others == 0) {
                end += Long.BYTES;
                letters = lowerCase(ascii, end);
                others = others(letters);
            }
            int rest = Long.numberOfTrailingZeros(others) & -Byte.SIZE;
            int code = end == i ? (int) (letters << -rest >>> Integer.SIZE) : lastFour(ascii, end + rest / Byte.SIZE);
            end += rest / Byte.SIZE;
            if (!ENDS_WORD[ascii[end]] || (end > i && mayTell(code, ascii, i, end, at, keys))) {
                int seen = end > i ? LETTERS : 0;
                for (int type = Chars.classOf(ascii[end]); end < last && (type & Triggers.RUN) != 0; ) {
                    seen |= type;
                    type = Chars.classOf(ascii[++end]);
                }
                char next = end < last ? (char) ascii[end] : 0;
                int from = i - at;
                int to = end - at;
                if (to > from
                        && Triggers.may(text, from, to, seen, next, keys)
                        && Triggers.at(text, from, to, seen, keys)) {
                    return true;
                }
            }
            i = end + 1;
        }
        return false;
    }

    /** Whether a word may be a key or a scheme: in a sentence there are few that are. */
    private static boolean mayTell(int lastLetters, byte[] ascii, int from, int to, int begin, KeyRules keys) {
        boolean sentence = ascii[to] == ' '
                && (from == begin || ascii[from - 1] == ' ')
                && (Chars.classOf(ascii[to + 1]) & (LETTERS | Chars.DIGIT)) != 0;
        return sentence
                ? Prose.mayTell(lastLetters)
                : keys.mayTell(lastLetters) && !(lastLetters == DATA && isOtherData(ascii, from, to));
    }

    /** Whether no {@code key} stands before {@code data}, as it has to. */
    private static boolean isOtherData(byte[] ascii, int from, int to) {
        int key = to - KEY_DATA;
        return key < from
                || (ascii[key] | 0x20) != 'k'
                || (ascii[key + 1] | 0x20) != 'e'
                || (ascii[key + 2] | 0x20) != 'y';
    }

    private static int lastFour(byte[] ascii, int end) {
        return (int) FOUR_BYTES.get(ascii, end - Integer.BYTES) | (int) LOWER_CASE;
    }

    private static long lowerCase(byte[] ascii, int at) {
        return (long) EIGHT_BYTES.get(ascii, at) | LOWER_CASE;
    }

    /** The high bit of each of eight lower-case bytes that is no letter. */
    private static long others(long bytes) {
        return (~(bytes + FROM_A) | (bytes + BEYOND_Z)) & HIGH_BITS;
    }

    /** Of the signs that end a run, those that {@link Triggers#may} gives no meaning behind letters. */
    private static boolean[] wordEnds() {
        boolean[] ends = new boolean[128];
        for (char c = 0; c < ends.length; c++) {
            ends[c] = (Chars.classOf(c) & Triggers.RUN) == 0 && ":@/\t".indexOf(c) < 0;
        }
        return ends;
    }
}
