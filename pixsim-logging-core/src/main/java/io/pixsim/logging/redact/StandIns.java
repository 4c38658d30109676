package io.pixsim.logging.redact;

/** Values that stand where a secret would: parameters of statements, names of variables, words of usage texts. */
final class StandIns {

    private static final Words NONE = Words.of("none null nil empty missing unset redacted hidden na anonymous");
    private static final Words ACTIONS = Words.of("""
            read write list create delete update admin manage view edit rotate revoke use get issue all refresh export \
            readonly readwrite""");
    private static final Words OPTION_WORDS = Words.of("VALUE STRING FILE PATH NAME TEXT KEY TOKEN SECRET PASSWORD");
    private static final Words USERS = Words.of("user username usr login account name dbuser");
    private static final Words PASSWORDS = Words.of("password passwd pass pwd secret");
    private static final Words TAGS = Words.of("vault secret env ref sub reveal file");
    private static final String[] ASKING = {
        "read", "get", "load", "fetch", "lookup", "prompt", "input", "parse", "session"
    };
    private static final String[] TECHNICAL = {
        "sha", "pbkdf", "base", "argon", "oauth", "scrypt", "bcrypt", "aes", "rsa", "utf", "ed25519", "http", "v",
        "job", "step"
    };
    private static final int LONGEST = 40;
    private static final int MAX_PATH = 200;

    private StandIns() {}

    /** Whether a value can hold no secret, by itself. */
    static boolean is(CharSequence text, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        char first = text.charAt(from);
        return switch (first) {
            case ':', '@' -> to - from > 1 && isIdentifier(text, from + 1, to);
            case '(' -> (text.charAt(to - 1) == ')' && NONE.has(text, from + 1, to - 1)) || isRemark(text, from);
            case '!' -> TAGS.has(text, from + 1, to);
            case '#' -> Chars.at(text, from + 1) == '{';
            case 'N', 'n' -> Chars.is(text, from, to, "n/a");
            case 'Y', 'y' -> isYours(text, from, to) || isOtherName(text, from, to);
            default -> isOtherName(text, from, to);
        };
    }

    /** {@code (known after apply)}: lower-case words in brackets. */
    static boolean isRemark(CharSequence text, int open) {
        int blanks = 0;
        int i = open + 1;
        while (Chars.at(text, open) == '('
                && i - open < LONGEST
                && (Chars.isLower(Chars.at(text, i)) || Chars.at(text, i) == ' ')) {
            blanks += text.charAt(i++) == ' ' ? 1 : 0;
        }
        return blanks > 0 && Chars.at(text, i) == ')';
    }

    /** {@code PWD=/srv/app}: the folder that a shell works in. */
    static boolean isFolder(CharSequence text, int at, CharSequence key, int keyFrom, int keyTo) {
        int from = at + Quotes.length(text, at);
        if (Chars.at(text, from) != '/' || !Chars.is(key, keyFrom, keyTo, "pwd")) {
            return false;
        }
        int to = from;
        while (Chars.at(text, to) == '/' || Vendor.Alphabet.DOTTED.has(Chars.at(text, to))) {
            to++;
        }
        char next = Chars.at(text, to);
        return (next == 0 || Chars.isBlank(next) || Chars.isQuote(next) || ",;)]}".indexOf(next) >= 0)
                && !(Judge.hasDigit(text, from, to) && Vendor.isMixed(text, from, to));
    }

    /** {@code --api-key API_KEY}: what usage texts call the value. */
    static boolean isOfUsage(CharSequence text, int from, int to, int keyFrom, int keyTo) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Chars.isUpper(c) && c != '_' && c != '-') {
                return false;
            }
        }
        int word = to;
        while (word > from && Chars.isUpper(text.charAt(word - 1))) {
            word--;
        }
        return OPTION_WORDS.has(text, word, to) || isEndOf(text, from, to, keyFrom, keyTo);
    }

    /** Code hands on a variable: {@code tokens = tok}, {@code token = request.getToken()}. */
    static boolean isCode(CharSequence text, int from, int to, int level) {
        int i = from;
        boolean dot = false;
        while (i < to && (Chars.isLetter(text.charAt(i)) || text.charAt(i) == '_' || text.charAt(i) == '.')) {
            dot |= text.charAt(i) == '.';
            i++;
        }
        if (isCall(text, from, to)) {
            return true;
        }
        boolean plain = level < KeyRules.STRONG && dot;
        boolean call = Chars.at(text, i) == '(' && i > from + 1 && (plain || Quotes.length(text, i + 1) == 0);
        return call || (dot && i == to && Chars.isLower(text.charAt(from)) && !Vendor.isMixed(text, from, to));
    }

    /** A method that asks for what a name stands for: {@code vault.read('kv/x')}. */
    static boolean isCall(CharSequence text, int from, int to) {
        int i = from;
        int method = from;
        while (i < to && (Vendor.Alphabet.DOTTED.has(text.charAt(i)) && text.charAt(i) != '-')) {
            method = text.charAt(i) == '.' ? i + 1 : method;
            i++;
        }
        if (method > from && Chars.isLower(text.charAt(from)) && isChain(text, from, i)) {
            return true;
        }
        if (method == from || Chars.at(text, i) != '(' || !Chars.isLetter(text.charAt(from))) {
            return false;
        }
        for (String word : ASKING) {
            if (Chars.startsWith(text, method, word)) {
                return true;
            }
        }
        return false;
    }

    /** {@code request.form['password']}, {@code z.string().min(12)}: names, parted by dots, of what is called or read. */
    private static boolean isChain(CharSequence text, int from, int to) {
        boolean opens = (Chars.at(text, to) == '(' && Chars.at(text, to + 1) == ')')
                || (Chars.at(text, to) == '[' && Quotes.length(text, to + 1) > 0);
        return opens && !Judge.hasDigit(text, from, to);
    }

    /** {@code 1.4.2}. */
    static boolean isVersion(CharSequence text, int from, int to) {
        boolean dot = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            dot |= c == '.';
            if (!Chars.isDigit(c) && c != '.') {
                return false;
            }
        }
        return dot;
    }

    /** A word without digits, as names of variables are. */
    static boolean isVariable(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Chars.isLower(c) && c != '_') {
                return false;
            }
        }
        return to > from;
    }

    /** {@code tokens:read}: what a scope allows. */
    static boolean isAction(CharSequence text, int from) {
        int to = from;
        while (Chars.isLower(Chars.at(text, to)) || Chars.at(text, to) == '_') {
            to++;
        }
        char next = Chars.at(text, to);
        return ACTIONS.has(text, from, to) && (next == 0 || Chars.isBlank(next) || ",;|)]}\"'`".indexOf(next) >= 0);
    }

    /** {@code user:password@}: the form of a URL. */
    static boolean isForm(CharSequence text, int from, int to) {
        int user = from - 1;
        while (user > 0 && from - user < LONGEST && Chars.isLetter(text.charAt(user - 1))) {
            user--;
        }
        return PASSWORDS.has(text, from, to)
                && Chars.at(text, from - 1) == ':'
                && user < from
                && USERS.has(text, user, from - 1);
    }

    /** {@code videos/final.mp4}, also percent-encoded: folders, and an ending behind the last dot. */
    static boolean isPath(CharSequence text, int from, int to) {
        int dot = to;
        while (dot > from && to - dot < 6 && text.charAt(dot - 1) != '.') {
            dot--;
        }
        if (dot == from || to - dot < 2 || to - dot > 5 || text.charAt(dot - 1) != '.' || to - from > MAX_PATH) {
            return false;
        }
        for (int i = from; i < dot; i++) {
            if (text.charAt(i) == '/' || Chars.startsWith(text, i, "%2f")) {
                return true;
            }
        }
        return false;
    }

    /** Lower-case words up to the end of a sentence. */
    static boolean isSentence(CharSequence text, int from) {
        int words = 0;
        int i = from;
        while (words < 12) {
            int start = i;
            while (Chars.isLower(Chars.at(text, i)) && i - start < 24) {
                i++;
            }
            if (i == start) {
                return false;
            }
            words++;
            char next = Chars.at(text, i);
            if (next != ' ') {
                char beyond = Chars.at(text, i + 1);
                return words > 1
                        && (next == '.' || next == '!' || next == '?')
                        && (beyond == 0 || Chars.isBlank(beyond) || Chars.isQuote(beyond));
            }
            i++;
        }
        return false;
    }

    /** {@code sha256}, {@code oauth2}, {@code base64}: how something is done, not a secret. */
    static boolean isTechnical(CharSequence text, int from, int to) {
        for (String word : TECHNICAL) {
            int digit = from + word.length();
            boolean same = Chars.startsWith(text, from, word);
            if (same && (Chars.isDigit(Chars.at(text, digit)) || Chars.at(text, digit) == '-' || digit >= to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIdentifier(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isLetter(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return !Vendor.isMixed(text, from, to);
    }

    /** {@code confirm_password}: a variable of the kind. */
    private static boolean isOtherName(CharSequence text, int from, int to) {
        int last = to;
        while (last > from && text.charAt(last - 1) != '_') {
            last--;
        }
        return last > from + 1 && PASSWORDS.has(text, last, to) && isVariable(text, from, to);
    }

    /** {@code your-api-key}, {@code YOUR_TOKEN_HERE}. */
    private static boolean isYours(CharSequence text, int from, int to) {
        char parted = Chars.at(text, from + 4);
        if (!Chars.startsWith(text, from, "your") || (parted != '-' && parted != '_')) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Chars.isLetter(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Whether letters, in any case, end a name, separators not counted. */
    private static boolean isEndOf(CharSequence text, int from, int to, int keyFrom, int keyTo) {
        int key = keyTo - 1;
        for (int i = to - 1; i >= from; i--) {
            if (!Chars.isLetter(text.charAt(i))) {
                continue;
            }
            while (key >= keyFrom && !Chars.isLetter(text.charAt(key))) {
                key--;
            }
            if (key < keyFrom || ((text.charAt(key--) ^ text.charAt(i)) & 0x1F) != 0) {
                return false;
            }
        }
        return true;
    }
}
