package io.pixsim.logging.redact;

/**
 * Tells which runs of letters, digits, dashes and dots are worth a closer look, and makes no object for it. Everything that
 * the {@link Scanner} hides begins with such a run.
 */
final class Triggers {

    static final int RUN = Chars.RUN | Chars.WIDE | Chars.FOREIGN;

    private static final int LETTERS = Chars.LOWER | Chars.UPPER;
    private static final int SHORTEST_SCHEME = 5;
    private static final int SHORTEST_HOOK = 8;
    static final int SHORTEST_DIGITS = 13;
    private static final int SHORTEST_BOT = 8;
    private static final int SHORTEST_SESSION = 15;
    static final int CARD_GROUP = 4;

    private Triggers() {}

    /** Whether a run is worth a look that is the whole text, so that it can be no key. */
    static boolean alone(CharSequence text, int seen) {
        int length = text.length();
        return (length >= Shapes.SHORTEST && Shapes.find(text, 0, length, seen) != Range.NONE)
                || ((seen & LETTERS) == 0 && length >= SHORTEST_DIGITS && Cards.find(text, 0, length) != Range.NONE)
                || (length > 0 && text.charAt(0) == '-');
    }

    /** What most runs fail, told by what is known of them already; whatever {@link #at} finds passes. */
    static boolean may(CharSequence text, int from, int to, int seen, char next, KeyRules keys) {
        int length = to - from;
        if (next == '@' || (next == ':' && mayBeforeColon(text, to, seen, length))) {
            return true;
        }
        if (seen == Chars.DIGIT) {
            return length >= SHORTEST_DIGITS
                    || (next == '$' && length == 1 && Chars.at(text, from - 1) == '$')
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
                || (next == '$' && Chars.at(text, from - 1) == '$')
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
    static boolean isInSentence(CharSequence text, int from, int to) {
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
        if (Jwks.isKind(text, from, to)) {
            return true;
        }
        int keyFrom = Keys.from(text, from, to);
        int level = Keys.level(text, keyFrom, to, keys);
        return level != KeyRules.NO
                && (Keys.isHolding(text, keyFrom, to)
                        || (level == KeyRules.STRONG
                                && (Columns.isHead(text, keyFrom, to) || Manifests.isKind(text, keyFrom, to))));
    }
}
