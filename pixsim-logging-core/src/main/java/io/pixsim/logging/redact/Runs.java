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
    private static final long LOW_BITS = ~HIGH_BITS;

    /** Times this, the lowest bits of eight bytes are the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private static final int LAST_EIGHT = Long.SIZE - Byte.SIZE;

    /** Of the last four characters, those of a word of no more letters. */
    private static final int[] LETTERS_OF = {0, 0xFF << 24, 0xFFFF << 16, 0xFFFFFF << 8, ~0};

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
     * Whether any run of a text is worth a look, asked of the text's {@link Outline}: words are found 64 characters at a
     * time.
     *
     * @param outline that of the text from a place on; the byte behind it is a quote, and at least seven more follow
     * @param exact whether the text is ASCII, so that its outline is the text itself
     */
    static boolean any(CharSequence text, byte[] outline, int at, boolean exact, KeyRules keys) {
        int last = at + text.length();
        int from = at;
        for (int block = at; block <= last; block += Long.SIZE) {
            long ends = wordEnds(outline, block, last);
            if (from > block) {
                ends &= behind(from - block); // others are in a run that was looked at
            }
            while (ends != 0) {
                int end = block + Long.numberOfTrailingZeros(ends);
                if (end > last) {
                    return false;
                }
                if (!ENDS_WORD[outline[end] & 0xFF] || (end > from && mayTell(outline, from, end, at, keys))) {
                    int seen = end > from ? LETTERS : 0;
                    for (int type = Chars.classOf(outline[end]); end < last && (type & Triggers.RUN) != 0; ) {
                        seen |= type;
                        type = Chars.classOf(outline[++end]);
                    }
                    char next = end < last ? (char) outline[end] : 0;
                    if (end > from
                            && !(exact && Glance.isNothing(outline, at, from, end, seen, keys))
                            && isSuspect(text, from - at, end - at, exact ? seen : 0, next, keys)) {
                        return true;
                    }
                    ends &= behind(end - block);
                }
                from = end + 1;
                ends &= ends - 1;
            }
        }
        return false;
    }

    /** The bits from a place on: none from 64 on. */
    private static long behind(int place) {
        return place < Long.SIZE ? -1L << place : 0;
    }

    /** Of 64 characters, a bit for each that is no letter. */
    private static long wordEnds(byte[] outline, int block, int last) {
        long ends = 0;
        int groups = Math.min(Long.BYTES, (last - block) / Long.BYTES + 1);
        for (int i = 0; i < groups; i++) {
            long others = others((long) EIGHT_BYTES.get(outline, block + Long.BYTES * i));
            ends |= (((others >>> (Byte.SIZE - 1)) * GATHER) >>> LAST_EIGHT) << (Byte.SIZE * i);
        }
        return ends;
    }

    /** Looks at a run, whose classes are 0 when they can't be told by its outline. */
    private static boolean isSuspect(CharSequence text, int from, int to, int outlined, char next, KeyRules keys) {
        int seen = outlined;
        for (int i = from; outlined == 0 && i < to; i++) {
            seen |= Chars.classInRun(text.charAt(i));
        }
        return Triggers.may(text, from, to, seen, next, keys) && Triggers.at(text, from, to, seen, keys);
    }

    /** Whether a word may be a key or a scheme: in a sentence there are few that are. */
    private static boolean mayTell(byte[] outline, int from, int to, int at, KeyRules keys) {
        int lastLetters = lastLetters(outline, from, to);
        if (!keys.mayTell(lastLetters)) {
            return false;
        }
        boolean sentence = outline[to] == ' '
                && (from == at || outline[from - 1] == ' ')
                && (Chars.classOf(outline[to + 1]) & (LETTERS | Chars.DIGIT)) != 0;
        return sentence ? Prose.mayTell(lastLetters) : lastLetters != DATA || !isOtherData(outline, from, to);
    }

    /** Whether no {@code key} stands before {@code data}, as it has to. */
    private static boolean isOtherData(byte[] outline, int from, int to) {
        int key = to - KEY_DATA;
        return key < from
                || (outline[key] | 0x20) != 'k'
                || (outline[key + 1] | 0x20) != 'e'
                || (outline[key + 2] | 0x20) != 'y';
    }

    private static int lastLetters(byte[] outline, int from, int to) {
        if (to >= Integer.BYTES) {
            int four = ((int) FOUR_BYTES.get(outline, to - Integer.BYTES) & (int) LOW_BITS) | (int) LOWER_CASE;
            return four & LETTERS_OF[Math.min(to - from, Integer.BYTES)];
        }
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters = letters >>> Byte.SIZE | (outline[i] | 0x20) << LAST;
        }
        return letters;
    }

    /** The high bit of each of eight bytes that stands for no letter. */
    private static long others(long bytes) {
        long lower = (bytes & LOW_BITS) | LOWER_CASE;
        return (~(lower + FROM_A) | (lower + BEYOND_Z)) & HIGH_BITS;
    }

    /** Of the signs that end a run, those that {@link Triggers#may} gives no meaning behind letters. */
    private static boolean[] wordEnds() {
        boolean[] ends = new boolean[256];
        for (char c = 0; c < 128; c++) {
            ends[c] = (Chars.classOf(c) & Triggers.RUN) == 0 && ":@/\t".indexOf(c) < 0;
        }
        return ends;
    }
}
