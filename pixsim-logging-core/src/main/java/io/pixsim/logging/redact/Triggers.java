package io.pixsim.logging.redact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the runs that are worth a closer look, in one pass that makes no object: a run of letters, digits, dashes and dots
 * is looked at once, when it ends. Everything that the {@link Scanner} hides begins with such a run.
 */
final class Triggers {

    static final int RUN = Chars.RUN | Chars.WIDE | Chars.FOREIGN;

    private static final int LETTERS = Chars.LOWER | Chars.UPPER;
    private static final int SHORTEST_SCHEME = 5;
    private static final int SHORTEST_HOOK = 8;
    private static final int SHORTEST_DIGITS = 13;
    private static final int SHORTEST_BOT = 8;
    private static final int SHORTEST_SESSION = 15;
    private static final int CARD_GROUP = 4;
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

    private Triggers() {}

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
                if ((type & RUN) == 0) {
                    break;
                }
                seen |= type;
                lastLetters = c < 128 ? lastLetters >>> Byte.SIZE | (c | 0x20) << LAST : 0;
            }
            char next = i < length ? c : (char) 0;
            if (i > start
                    && !isOtherWord(text, start, i, seen, next, lastLetters, keys)
                    && may(text, start, i, seen, next, keys)
                    && at(text, start, i, seen, keys)) {
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
        boolean sentence = next == ' ' && isInSentence(text, from, to);
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
                for (int type = Chars.classOf(ascii[end]); end < last && (type & RUN) != 0; ) {
                    seen |= type;
                    type = Chars.classOf(ascii[++end]);
                }
                char next = end < last ? (char) ascii[end] : 0;
                int from = i - at;
                int to = end - at;
                if (to > from && may(text, from, to, seen, next, keys) && at(text, from, to, seen, keys)) {
                    return true;
                }
            }
            i = end + 1;
        }
        return false;
    }

    /** Whether a run is worth a look that is the whole text, so that it can be no key. */
    static boolean alone(CharSequence text, int seen) {
        int length = text.length();
        return (length >= Shapes.SHORTEST && Shapes.find(text, 0, length, seen) != Range.NONE)
                || ((seen & LETTERS) == 0 && length >= SHORTEST_DIGITS && Cards.find(text, 0, length) != Range.NONE)
                || (length > 0 && text.charAt(0) == '-');
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

    /** What most runs fail, told by what is known of them already; whatever {@link #at} finds passes. */
    private static boolean may(CharSequence text, int from, int to, int seen, char next, KeyRules keys) {
        int length = to - from;
        if (next == '@' || (next == ':' && mayBeforeColon(text, to, seen, length))) {
            return true;
        }
        if (seen == Chars.DIGIT) {
            return length >= SHORTEST_DIGITS
                    || (next == '/' && length == 1)
                    || (next == ' ' && length == CARD_GROUP && Chars.isDigit(Chars.at(text, to + 1)))
                    || (next == ' ' && Prose.isTold(text, from, to))
                    || isEncodedAt(text, from);
        }
        if (keys.mayTell(text, from, to)) {
            return true;
        }
        if ((seen & ~(LETTERS | Chars.FOREIGN)) == 0) {
            return next == '\t' || (next == '/' && length >= SHORTEST_HOOK);
        }
        return (seen & (Chars.DOT | Chars.WIDE)) != 0
                || length >= ((seen & LETTERS) != 0 ? Shapes.SHORTEST : SHORTEST_DIGITS)
                || next == '~'
                || (next == '!' && length >= SHORTEST_SESSION)
                || isEncodedAt(text, from)
                || (next == '/' && (length == 1 || length >= SHORTEST_HOOK))
                || (next == ' ' && (length == CARD_GROUP || Prose.isTold(text, from, to)))
                || text.charAt(from) == '-'
                || EscapedNames.isRun(text, from, to);
    }

    /** Beside keys: schemes, hosts of password files, bots, ids of tokens, an option; times and ports are many. */
    private static boolean mayBeforeColon(CharSequence text, int colon, int seen, int length) {
        char beyond = Chars.at(text, colon + 1);
        if (seen == Chars.DIGIT) {
            return length >= SHORTEST_BOT || beyond == '/';
        }
        return beyond == '/'
                || beyond == '\\'
                || beyond == '*'
                || beyond == '5'
                || beyond == '6'
                || length == 1
                || length >= Shapes.SHORTEST
                || (length >= SHORTEST_BOT && (seen & Chars.DIGIT) != 0);
    }

    /** {@code %40}, which may end a password in a URL. */
    private static boolean isEncodedAt(CharSequence text, int from) {
        return text.charAt(from) == '4' && Chars.at(text, from - 1) == '%';
    }

    /** Whether a run is worth a look; {@code seen} are the classes of its characters. */
    static boolean at(CharSequence text, int from, int to, int seen, KeyRules keys) {
        char next = Chars.at(text, to);
        if (next == ' ' && (seen & ~LETTERS) == 0 && isInSentence(text, from, to)) {
            return isScheme(text, from, to)
                    || Statements.password(text, from, to) != Range.NONE
                    || (Prose.mayBeKey(text, from, to) && isKey(text, from, to, keys));
        }
        if ((seen & Chars.DASH) != 0 && text.charAt(from) == '-' && Pem.end(text, from) > 0) {
            return true;
        }
        if ((next == ':' || next == '~' || next == '$' || next == '!') && Marked.find(text, from, to) != Range.NONE) {
            return true;
        }
        if ((seen & Chars.DIGIT) != 0
                && (Urls.encoded(text, from) != Range.NONE || (next == ' ' && Prose.isTold(text, from, to)))) {
            return true;
        }
        boolean digit = (seen & Chars.DIGIT) != 0 || Shapes.mayHoldWithoutDigit(to - from, seen);
        if (digit && isDigitsOrLong(text, from, to, seen, next)) {
            return true;
        }
        if ((seen & Chars.DOT) != 0 && isWeights(text, from, to)) {
            return true;
        }
        return isScheme(text, from, to) || isSign(text, from, to, next) || isKey(text, from, to, keys);
    }

    /** A word with words beside it: no sign, quote or bracket would make it a key. */
    private static boolean isInSentence(CharSequence text, int from, int to) {
        char beyond = Chars.at(text, to + 1);
        char before = Chars.at(text, from - 1);
        return (before == ' ' || before == 0) && (Chars.isLetter(beyond) || Chars.isDigit(beyond));
    }

    private static boolean isDigitsOrLong(CharSequence text, int from, int to, int seen, char next) {
        if (to - from >= Shapes.SHORTEST && Shapes.find(text, from, to, seen) != Range.NONE) {
            return true;
        }
        if (next == '/' && to - from == 1 && Urls.refreshToken(text, from) != Range.NONE) {
            return true;
        }
        return (seen & (LETTERS | Chars.WIDE | Chars.FOREIGN)) == 0 && Cards.find(text, from, to) != Range.NONE;
    }

    private static boolean isWeights(CharSequence text, int from, int to) {
        char before = Chars.at(text, from - 1);
        return (Weights.isInName(before) || before == '/' || before == '\\' || Chars.isBlank(before))
                && Weights.isName(text, from, to);
    }

    private static boolean isScheme(CharSequence text, int from, int to) {
        if (to - from < SHORTEST_SCHEME) {
            return false;
        }
        int last = text.charAt(to - 1) | 0x20; // of basic, bearer, api-key and the digits of aws4-hmac-sha256
        if (last != 'c' && last != 'r' && last != 'y' && last != '6') {
            return false;
        }
        int begin = Schemes.begin(text, from, to);
        return Schemes.isTelling(text, begin, to) && Schemes.credentials(text, begin, to) != Range.NONE;
    }

    private static boolean isSign(CharSequence text, int from, int to, char next) {
        if (text.charAt(from) == '-' && CommandLine.shortOption(text, from, to) != Range.NONE) {
            return true;
        }
        if (next == ':') {
            int authority = Urls.authority(text, to);
            if (authority < 0 && PasswordFile.password(text, from, to) != Range.NONE) {
                return true;
            }
            if (authority < 0 && CommandLine.slashOption(text, from, to) != Range.NONE) {
                return true;
            }
            return authority > 0
                    ? Urls.credentials(text, authority) != Range.NONE
                    : Chars.is(text, from, to, "thin") && Urls.oracle(text, to) != Range.NONE;
        }
        if (next == '\t' || next == ' ') {
            return (next == ' ' ? Statements.password(text, from, to) : Rows.cookie(text, from, to)) != Range.NONE;
        }
        if (next == '(') {
            return Calls.wrapped(text, from, to) != Range.NONE;
        }
        if (next == '@') {
            return Urls.withoutScheme(text, 0, to) != Range.NONE;
        }
        return next == '/' && to - from >= SHORTEST_HOOK && Urls.webhook(text, from, to) != Range.NONE;
    }

    private static boolean isKey(CharSequence text, int from, int to, KeyRules keys) {
        if (!keys.mayHold(text, from, to) && !EscapedNames.isRun(text, from, to)) {
            return false;
        }
        int keyFrom = Keys.from(text, from, to);
        int level = Keys.level(text, keyFrom, to, keys);
        return level != KeyRules.NO
                && (Keys.isHolding(text, keyFrom, to)
                        || (level == KeyRules.STRONG
                                && (Columns.isHead(text, keyFrom, to) || Manifests.isKind(text, keyFrom, to))));
    }

    /** Of the signs that end a run, those that {@link #may} gives no meaning behind letters. */
    private static boolean[] wordEnds() {
        boolean[] ends = new boolean[128];
        for (char c = 0; c < ends.length; c++) {
            ends[c] = (Chars.classOf(c) & RUN) == 0 && ":@/\t".indexOf(c) < 0;
        }
        return ends;
    }
}
