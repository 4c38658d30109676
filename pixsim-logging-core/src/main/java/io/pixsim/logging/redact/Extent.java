package io.pixsim.logging.redact;

/** Where a value ends that begins at a place. */
final class Extent {

    static final String CDATA = "<![cdata[";

    private static final int MAX_NAME = 40;

    private Extent() {}

    /** The end of what a bracket opens, quoted brackets not counted; the end of the text when it is cut. */
    static int ofBrackets(CharSequence text, int from) {
        int depth = 0;
        char quote = 0;
        char before = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || (c == '\'' && "{[(:=, ".indexOf(before) >= 0)) {
                quote = c;
            } else if (c == '{' || c == '[' || c == '(') {
                depth++;
            } else if ((c == '}' || c == ']' || c == ')') && --depth == 0) {
                return i + 1;
            }
            before = c;
        }
        return text.length();
    }

    /** The end of a bare value in running text. */
    static int ofBare(CharSequence text, int from, int limit) {
        int opened = 0;
        int i = from;
        for (; i < limit; i++) {
            char c = text.charAt(i);
            if (Chars.isBlank(c) || endsBare(text, i, c, opened)) {
                break;
            }
            if (c == '{' || c == '[' || c == '(') {
                opened++;
            } else if (c == '}' || c == ']' || c == ')') {
                opened--;
            }
        }
        while (i > from + 1 && ".,;:".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean endsBare(CharSequence text, int i, char c, int opened) {
        char next = Chars.at(text, i + 1);
        return switch (c) {
            case '&' ->
                Chars.startsWith(text, i + 1, "amp;")
                        || Chars.startsWith(text, i + 1, "lt;")
                        || Chars.startsWith(text, i + 1, "quot;")
                        || isName(text, i + 1);
            case ',', ';' ->
                next == 0
                        || Chars.isBlank(next)
                        || Quotes.length(text, i + 1) > 0
                        || isCloser(next)
                        || isName(text, i + 1);
            case '}', ']', ')' ->
                opened <= 0 && (next == 0 || Chars.isBlank(next) || ",;:.)]}>|\"'`<&[{(-/\\".indexOf(next) >= 0);
            case '"', '\'', '`' ->
                next == 0
                        || Chars.isBlank(next)
                        || ",;:.)]}<>&|".indexOf(next) >= 0
                        || Chars.isQuote(next)
                        || next == '\\';
            case '\\' ->
                Quotes.length(text, i) > 0
                        || ((next == 'n' || next == 'r' || next == 't') && !Chars.isLetter(Chars.at(text, i - 1)))
                        || (next == 'n' && isLineStart(text, i + 2))
                        || (next == 'r' && Chars.at(text, i + 2) == '\\');
            case '<' -> next == '/' || next == '!' || Chars.isLetter(next);
            case '>' -> next == 0 || Chars.isBlank(next);
            case '%' -> isEscapedEnd(text, i);
            default ->
                c == '|'
                        || c == '\u3001'
                        || c == '\u3002'
                        || c == '\uFF0C'
                        || c == '\uFF1B'
                        || c == '\u201D'
                        || c == '\u2019'
                        || c == '\u2026';
        };
    }

    /** Words of a phrase, until something else comes. */
    static int ofPhrase(CharSequence text, int from) {
        int i = ofBare(text, from, text.length());
        if (Judge.hasDigit(text, from, i)) { // a secret of one piece: the words behind it are others
            return i;
        }
        while (Chars.at(text, i) == ' ' && Chars.isLower(Chars.at(text, i + 1))) {
            int end = i + 1;
            while (Chars.isLower(Chars.at(text, end))) {
                end++;
            }
            if (Chars.isInRun(Chars.at(text, end)) || Chars.at(text, end) == '=' || Chars.at(text, end) == ':') {
                break;
            }
            i = end;
        }
        return i;
    }

    /** The end of a value in a query. */
    static int ofQuery(CharSequence text, int from, int limit) {
        int i = from;
        while (i < limit && !endsQuery(text, i, text.charAt(i))) {
            i++;
        }
        while (i > from + 1 && (text.charAt(i - 1) == '.' || text.charAt(i - 1) == ',')) {
            i--;
        }
        return i;
    }

    private static boolean endsQuery(CharSequence text, int i, char c) {
        return Chars.isBlank(c)
                || "&#\"'<>`|)]}\\\u2026".indexOf(c) >= 0
                || ((c == ',' || c == ';') && (Chars.isBlank(Chars.at(text, i + 1)) || isName(text, i + 1)))
                || (c == '%' && Chars.startsWith(text, i, "%26"));
    }

    /** The end of a percent-encoded value: an encoded ampersand or quote, or what can't be in one. */
    static int ofEscaped(CharSequence text, int from, int limit) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (Chars.isBlank(c) || "&#\"'<>`\\|,;)]}".indexOf(c) >= 0 || (c == '%' && isEscapedEnd(text, i))) {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean isEscapedEnd(CharSequence text, int i) {
        int code = Chars.startsWith(text, i, "%25") ? i + 3 : i + 1;
        return Chars.startsWith(text, code, "26")
                || Chars.startsWith(text, code, "22")
                || Chars.startsWith(text, code, "27")
                || Chars.startsWith(text, code, "7c")
                || Chars.startsWith(text, code, "5d")
                || Chars.startsWith(text, code, "29")
                || Chars.startsWith(text, code, "3b")
                || Chars.startsWith(text, code, "7d")
                || Chars.startsWith(text, code, "0a")
                || Chars.startsWith(text, code, "0d")
                || Chars.startsWith(text, code, "20")
                || Chars.startsWith(text, code, "2c");
    }

    /** The end of an element's text, or of the literal text in it. */
    static int ofElement(CharSequence text, int from, boolean literal) {
        int i = from;
        while (i < text.length() && !(literal ? Chars.startsWith(text, i, "]]>") : isTag(text, i))) {
            i++;
        }
        return i;
    }

    private static boolean isTag(CharSequence text, int i) {
        return text.charAt(i) == '<' || Chars.startsWith(text, i, "&lt;");
    }

    /** Cookies: pairs parted by semicolons. */
    static int ofCookies(CharSequence text, int from) {
        int i = cookieEnd(text, from);
        while (Chars.at(text, i) == ';') {
            int next = Chars.skipBlanks(text, i + 1, 2);
            int end = cookieEnd(text, next);
            if (!hasEquals(text, next, end)) {
                break;
            }
            i = end;
        }
        return i;
    }

    /** The end of one cookie. */
    static int cookieEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length()
                && text.charAt(i) > ' '
                && text.charAt(i) != ';'
                && !(Chars.isQuote(text.charAt(i)) && !Chars.isQuote(Chars.at(text, from)))
                && Quotes.length(text, i) < 2
                && !(text.charAt(i) == ',' && Chars.isBlank(Chars.at(text, i + 1)))
                && !((text.charAt(i) == ']' || text.charAt(i) == '}' || text.charAt(i) == ')')
                        && (i + 1 == text.length() || !Vendor.Alphabet.URL.has(text.charAt(i + 1))))) {
            i++;
        }
        return i;
    }

    static boolean hasBlank(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean hasEquals(CharSequence text, int from, int to) {
        for (int i = from; i < to && i < from + 128; i++) {
            if (text.charAt(i) == '=') {
                return true;
            }
        }
        return false;
    }

    /** A name and a sign behind it: the next pair begins. */
    private static boolean isName(CharSequence text, int from) {
        int i = from;
        while (i < from + MAX_NAME && isOfName(Chars.at(text, i))) {
            i++;
        }
        char sign = Chars.at(text, i);
        return i > from
                && Chars.isLetter(text.charAt(from))
                && (sign == '=' || (sign == ':' && Chars.at(text, i + 1) != ':'));
    }

    private static boolean isOfName(char c) {
        return Chars.isLetter(c)
                || Chars.isDigit(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || c == ' '
                || c == '['
                || c == ']';
    }

    private static boolean isLineStart(CharSequence text, int from) {
        char c = Chars.at(text, from);
        return c == 0 || Chars.isUpper(c) || c == '\\' || c == ' ' || c == '-' || c == '}' || isName(text, from);
    }

    private static boolean isCloser(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
