package io.pixsim.logging.redact;

/** Private keys in PEM, also with literal {@code \n}, also cut before their end. Public keys and certificates are none. */
final class Pem {

    private static final int MAX_LABEL = 64;

    private Pem() {}

    /** Where the private key that begins with the run at a place ends; -1 when none does. */
    static int end(CharSequence text, int from) {
        int begin = from;
        while (Chars.at(text, begin) == '-') {
            begin++;
        }
        if (begin - from < 4 || !Chars.startsWith(text, Chars.skipBlanks(text, begin, 1), "begin")) {
            return -1;
        }
        int label = begin + "BEGIN".length();
        int dashes = label;
        boolean isPrivate = false;
        while (dashes < text.length() && dashes - label < MAX_LABEL && text.charAt(dashes) != '-') {
            isPrivate |= Chars.startsWith(text, dashes, "private");
            dashes++;
        }
        return isPrivate ? bodyEnd(text, skip(text, dashes, '-')) : -1;
    }

    private static int bodyEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && isBody(text, i)) {
            i++;
        }
        int dashes = skip(text, i, '-');
        int label = Chars.skipBlanks(text, dashes, 1);
        if (dashes - i < 4 || !Chars.startsWith(text, label, "end")) {
            return i;
        }
        int end = label;
        while (end < text.length() && end - label < MAX_LABEL && text.charAt(end) != '-' && text.charAt(end) != '\n') {
            end++;
        }
        return skip(text, end, '-');
    }

    /** Base64 and line ends in any spelling, and the headers of older formats. */
    private static boolean isBody(CharSequence text, int i) {
        char c = text.charAt(i);
        if (c == '-') {
            return Chars.at(text, i + 1) != '-' || Chars.at(text, i + 2) != '-';
        }
        return Chars.isLetter(c)
                || Chars.isDigit(c)
                || c <= ' '
                || c == '+'
                || c == '/'
                || c == '='
                || c == '%'
                || c == ':'
                || c == ','
                || c == '.'
                || c == '_'
                || (c == '\\' && !Chars.isQuote(Chars.at(text, i + 1)));
    }

    private static int skip(CharSequence text, int from, char c) {
        int i = from;
        while (i < text.length() && text.charAt(i) == c) {
            i++;
        }
        return i;
    }
}
