package io.pixsim.logging.redact;

/**
 * A first look at a run of ASCII that is not just a word, at its bytes: of numbers, names like {@code duration_ms} and
 * short ids it says at once what {@link Triggers#may} would say after many questions.
 */
final class Glance {

    private static final int LETTERS = 4;
    private static final int LAST = (LETTERS - 1) * Byte.SIZE;

    /** Longer runs may be tokens, or the number of a card. */
    private static final int LONGEST = Math.min(Triggers.SHORTEST_DIGITS, Shapes.SHORTEST) - 1;

    /** Behind one of these a run may be the rest of an escape. */
    private static final boolean[] BEFORE = table("%\\");

    /** Before one of these, a run may be part of an address or a token. */
    private static final boolean[] BEHIND = table(":@/\t~!$");

    private Glance() {}

    /**
     * Whether a run is known to be of no interest.
     *
     * @param ascii the text from a place on; a byte more stands behind its end
     * @param at the place
     * @param from where the run begins
     * @param to where it ends; what stands there ends it
     * @param seen the classes of its characters, and more
     */
    static boolean isNothing(byte[] ascii, int at, int from, int to, int seen, KeyRules keys) {
        int length = to - from;
        byte next = ascii[to];
        if ((seen & (Chars.DOT | Chars.FOREIGN)) != 0
                || length > LONGEST
                || BEHIND[next]
                || ascii[from] == '-'
                || (from > at && BEFORE[ascii[from - 1]])
                || (next == ' ' && (length == Triggers.CARD_GROUP || mayBeTold(ascii, to)))) {
            return false;
        }
        return seen == Chars.DIGIT || !mayTell(ascii, from, to, keys);
    }

    /** Whether {@code is your} may follow, or {@code as your}, as behind a code. */
    private static boolean mayBeTold(byte[] ascii, int blank) {
        return (ascii[blank + 2] | 0x20) == 's' && (ascii[blank + 1] == 'i' || ascii[blank + 1] == 'a');
    }

    /** As {@link Endings#match} reads the end of a run: a few digits and dashes behind its last letters do not count. */
    private static boolean mayTell(byte[] ascii, int from, int to, KeyRules keys) {
        int letters = 0;
        int found = 0;
        for (int i = to - 1; i >= from && found < LETTERS; i--) {
            byte c = ascii[i];
            if ((Chars.classOf(c) & (Chars.LOWER | Chars.UPPER)) != 0) {
                letters |= (c | 0x20) << (LAST - Byte.SIZE * found++);
            } else if (found > 0 && (Chars.classOf(c) & Chars.DIGIT) != 0) {
                break;
            }
        }
        return found > 0 && keys.mayTell(letters);
    }

    private static boolean[] table(String signs) {
        boolean[] table = new boolean[128];
        signs.chars().forEach(sign -> table[sign] = true);
        return table;
    }
}
