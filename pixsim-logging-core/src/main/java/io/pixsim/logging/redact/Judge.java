package io.pixsim.logging.redact;

/** Whether what stands behind a sensitive key is a secret, or says something of one. */
final class Judge {

    private static final int MAX_WORD = 24;
    private static final int SHORTEST_WEAK = 8;
    private static final int SHORTEST_OF_SEVERAL = 6;
    private static final int LONGEST_COUNT = 3;
    private static final int LONGEST_NAME = 40;
    private static final int MAX_WORDS = 6;

    /** What a value begins with that tells something: the rest of the sentence, a state, a type. */
    private static final Words TELLING = Words.of("""
            required optional missing invalid valid expired expires expiring incorrect wrong mismatch mismatched changed \
            updated reset resets rotated refreshed revoked rejected accepted denied failed failure fails success succeeded \
            successful successfully ok okay empty blank null none nil undefined nan true false yes no on off set unset \
            present absent provided given found not must should cannot can is was has have are will may too field unknown \
            unchanged unavailable disabled enabled hidden masked redacted filtered removed deleted created generated \
            issued stored loaded saved sent received verified unverified pending ready checked skipped ignored string \
            text str int integer object bool boolean char bytes type minimum maximum length weak strong short long \
            leaked compromised unauthorized forbidden authentication authenticated authorized rate limit error exception \
            could needs need expected got unexpected does please enter confirm confirmed started closed opened open \
            active inactive established terminated timeout rotation rotate validation decoding parsing lookup exchange \
            and or for from with to in at of by used using uses via unsupported malformed truncated acquired obtained \
            released renewed cached available accepted ask see await new id rsa dsa ecdsa aes hmac pem der granted refused passed \
            match matches matched supplied configured""");

    private static final Words TYPES = Words.of("optional list set union maybe option secretstr array sequence");
    /** They join the words of a sentence, and stand in no phrase of random words. */
    private static final Words JOINING = Words.of("""
            the a an of in on at to is are be was were for with by from and or not your this that it as into under over \
            per if when until after before""");

    private static final Words KINDS = Words.of("secret token cookie credentials session key authorization");
    private static final Words PLACEHOLDERS =
            Words.of("redacted hidden masked filtered removed omitted censored protected");

    private static final Words ATTRIBUTES = Words.of("samesite httponly path domain expires secure");

    private Judge() {}

    /**
     * Whether what begins at a place says something of a secret; looks at the first two words only.
     *
     * @param firm whether the key is one of passwords, whose values may be ordinary words
     * @param sentence whether the value may be the beginning of a sentence
     */
    static boolean isTelling(CharSequence text, int from, boolean firm, boolean sentence) {
        int wordEnd = wordEnd(text, from, text.length());
        char next = Chars.at(text, wordEnd);
        if ((next == '[' || next == '<') && TYPES.has(text, from, wordEnd)) {
            return TELLING.has(text, wordEnd + 1, wordEnd(text, wordEnd + 1, text.length()));
        }
        if (next == '=' && isAttribute(text, from, wordEnd)) {
            return true;
        }
        boolean word = wordEnd > from && (next == 0 || Chars.isBlank(next) || ",.;:!?\"'`)]}<&\\|".indexOf(next) >= 0);
        return word
                && (TELLING.has(text, from, wordEnd)
                        || (sentence && (firm ? isJoined(text, from) : isSentence(text, from, wordEnd))));
    }

    /** What is set for a cookie, behind its value. */
    static boolean isAttribute(CharSequence text, int from, int to) {
        return ATTRIBUTES.has(text, from, to);
    }

    /** Whether a value that tells nothing is a secret, given what its key promises. */
    static boolean isSecret(CharSequence text, int from, int to, int level, boolean firm) {
        if (from >= to
                || isPlaceholder(text, from, to)
                || !hasContent(text, from, to)
                || StandIns.isVersion(text, from, to)) {
            return false;
        }
        return switch (level) {
            case KeyRules.WEAK -> looksRandom(text, from, to) && !isCountFirst(text, from);
            case KeyRules.FIELD -> looksLikeId(text, from, to);
            case KeyRules.PLURAL ->
                to - from >= SHORTEST_OF_SEVERAL && !isNumber(text, from, to) && !StandIns.isVariable(text, from, to);
            default -> firm ? !isNumber(text, from, to) || to - from > 2 : isStrong(text, from, to);
        };
    }

    /** Neither a small number, nor a short word, nor the name of what stands there. */
    private static boolean isStrong(CharSequence text, int from, int to) {
        if (to - from <= LONGEST_COUNT + 1 && (to - from <= LONGEST_COUNT || !hasDigit(text, from, to))) {
            return !isNumber(text, from, to) && hasDigit(text, from, to);
        }
        return !KINDS.has(text, from, to);
    }

    static boolean hasDigit(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a bracket opens a stand-in and not a value: {@code {}}, {@code {{x}}}, {@code [redacted]}. */
    static boolean isBracketPlaceholder(CharSequence text, int from) {
        char next = Chars.at(text, from + 1);
        int end = wordEnd(text, from + 1, text.length());
        char close = text.charAt(from) == '{' ? '}' : text.charAt(from) == '[' ? ']' : ')';
        boolean oneWord = Chars.at(text, end) == close;
        return next == close
                || next == 0
                || StandIns.isRemark(text, from)
                || (text.charAt(from) == '{' && (next == '{' || (oneWord && end > from + 1)))
                || (oneWord && (PLACEHOLDERS.has(text, from + 1, end) || TELLING.has(text, from + 1, end)));
    }

    /** {@code ${NAME}}, {@code <password>}, {@code ****} and other stand-ins. */
    static boolean isPlaceholder(CharSequence text, int from, int to) {
        char first = text.charAt(from);
        char last = text.charAt(to - 1);
        if (Chars.startsWith(text, from, "***")) {
            return true;
        }
        if (first == '$') {
            return Chars.at(text, from + 1) == '{' || Chars.at(text, from + 1) == '(' || isName(text, from + 1, to);
        }
        if (first == '<') {
            return to - from < LONGEST_NAME && (last == '>' || Chars.at(text, to) == '>');
        }
        if (first == '{' || first == '[') {
            return isBracketPlaceholder(text, from);
        }
        if (first == '%') {
            return to - from == 2
                    || Chars.at(text, from + 1) == '('
                    || Chars.at(text, from + 1) == '{'
                    || (last == '%' && to - from > 2 && to - from < LONGEST_NAME);
        }
        return isOne(text, from, to)
                || StandIns.is(text, from, to)
                || PLACEHOLDERS.has(text, from, to)
                || Chars.startsWith(text, from, "process.env")
                || Chars.startsWith(text, from, "os.environ")
                || Chars.startsWith(text, from, "system.getenv")
                || Chars.startsWith(text, from, "os.getenv");
    }

    /** Lower-case words, one behind the other. */
    private static boolean isSentence(CharSequence text, int from, int wordEnd) {
        if (!isLower(text, from, wordEnd) || Chars.at(text, wordEnd) != ' ') {
            return false;
        }
        int next = wordEnd + 1;
        int nextEnd = wordEnd(text, next, text.length());
        return nextEnd > next
                && isLower(text, next, nextEnd)
                && !Chars.isDigit(Chars.at(text, nextEnd))
                && Chars.at(text, nextEnd) != '=';
    }

    /** Lower-case words, one of the next joining them. */
    private static boolean isJoined(CharSequence text, int from) {
        int i = from;
        for (int words = 0; words < MAX_WORDS; words++) {
            int end = wordEnd(text, i, text.length());
            if (end == i || !isLower(text, i, end)) {
                return false;
            }
            if (words > 0 && JOINING.has(text, i, end)) {
                return true;
            }
            if (Chars.at(text, end) != ' ') {
                return false;
            }
            i = end + 1;
        }
        return false;
    }

    /** Where the letters end that stand at a place, as many as a word has at most. */
    static int wordEnd(CharSequence text, int from, int to) {
        int i = from;
        while (i < to && i - from < MAX_WORD && Chars.isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLower(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isLower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasContent(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                return true;
            }
        }
        return to - from > 3;
    }

    private static boolean isOne(CharSequence text, int from, int to) {
        char first = text.charAt(from);
        if (first != '*'
                && first != 'x'
                && first != 'X'
                && first != '\u2022'
                && first != '.'
                && first != '#'
                && first != '?'
                && first != '-'
                && first != '_') {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return to - from > 1;
    }

    /** A variable's name, as shells have them. */
    private static boolean isName(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Chars.isUpper(c) && c != '_' && !Chars.isDigit(c)) {
                return false;
            }
        }
        return to > from;
    }

    static boolean isNumber(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(text.charAt(i)) && text.charAt(i) != '.' && text.charAt(i) != ',') {
                return false;
            }
        }
        return true;
    }

    /** {@code pass=2:stats=x}. */
    private static boolean isCountFirst(CharSequence text, int from) {
        int i = from;
        while (i < from + LONGEST_COUNT && Chars.isDigit(Chars.at(text, i))) {
            i++;
        }
        return i > from && ":,;/".indexOf(Chars.at(text, i)) >= 0;
    }

    /** One word of letters and digits that is no name. */
    static boolean isToken(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '/' || c == ':' || c == '-' || c == '.') {
                return false;
            }
        }
        return looksRandom(text, from, to);
    }

    static boolean looksRandom(CharSequence text, int from, int to) {
        int digits = 0;
        int lower = 0;
        int upper = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Chars.isBlank(c) || (c == '/' && i == from)) {
                return false;
            }
            digits += Chars.isDigit(c) ? 1 : 0;
            lower += Chars.isLower(c) ? 1 : 0;
            upper += Chars.isUpper(c) ? 1 : 0;
        }
        int length = to - from;
        boolean mixed = digits > 0 && lower + upper > 0;
        return length >= SHORTEST_WEAK && (mixed || (lower > 0 && upper > 1 && length >= 2 * SHORTEST_WEAK));
    }

    private static boolean looksLikeId(CharSequence text, int from, int to) {
        return looksRandom(text, from, to)
                || (isNumber(text, from, to) && to - from > 9)
                || to - from > 3 * SHORTEST_WEAK;
    }
}
