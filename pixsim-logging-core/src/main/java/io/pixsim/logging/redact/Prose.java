package io.pixsim.logging.redact;

import java.util.List;

/** Secrets told in a sentence, where they can't be mistaken: {@code the password is hunter2}, {@code code 123456}. */
final class Prose {

    private static final String NAMES =
            "password passwd passphrase passcode pwd otp totp pin code token secret key credentials cvv cvc";
    private static final Words KEYS = Words.of(NAMES);
    private static final Endings ENDINGS = Endings.of(List.of(NAMES.split(" ", -1)));

    /** Words that may tell a secret behind them in a sentence. */
    static final List<String> TELLING_NAMES =
            List.of((NAMES + " basic bearer apikey identified auth pass").split(" ", -1));

    private static final Endings TELLING = Endings.of(TELLING_NAMES);
    private static final Words CODES = Words.of("otp totp pin code passcode cvv cvc");
    private static final Words BEFORE_CODE = Words.of("""
            verification otp authentication security login sms backup recovery confirmation your time mfa factor reset enter""");
    private static final int LONG = 16;
    private static final int SHORTEST = 6;
    private static final int SHORTEST_WORD = 5;
    /** Columns of a table are parted by as many. */
    private static final int MAX_BLANKS = 24;

    private static final int MAX_TOLD = 64;
    private static final int MAX_TOKEN = 512;

    private Prose() {}

    /** Whether a run ends like such a key: false for most words. */
    static boolean mayBeKey(CharSequence text, int from, int to) {
        return ENDINGS.match(text, from, to);
    }

    /** {@code 123456 is your login code}: the code stands before what it is. */
    static boolean isTold(CharSequence text, int from, int to) {
        char verb = Chars.at(text, to + 1);
        if ((verb != 'i' && verb != 'a')
                || (!Chars.startsWith(text, to, " is your ") && !Chars.startsWith(text, to, " as your "))) {
            return false;
        }
        long code = told(text, from, to);
        int end = Math.min(text.length(), to + MAX_TOLD);
        boolean known = Range.to(code) - Range.from(code) >= 4 && Range.to(code) - Range.from(code) <= 8;
        for (int i = to; known && i < end && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == ' ' && isCodeWord(text, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** The digits at the end of a run. */
    static long told(CharSequence text, int from, int to) {
        int begin = to;
        while (begin > from && Chars.isDigit(text.charAt(begin - 1))) {
            begin--;
        }
        return Range.of(begin, to);
    }

    private static boolean isCodeWord(CharSequence text, int from) {
        int end = from;
        while (Chars.isLetter(Chars.at(text, end))) {
            end++;
        }
        return CODES.has(text, from, end) || Chars.is(text, from, end, "password");
    }

    /** A key of several words with a value behind a blank: {@code set aws_secret_access_key x}. */
    static boolean isCompound(CharSequence text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (text.charAt(i) == '_' || text.charAt(i) == '-') {
                return Chars.at(text, to) == ' ' && Chars.isLetter(text.charAt(from));
            }
        }
        return false;
    }

    /** Whether a word may tell a secret that follows it in a sentence: such a key, a scheme, a word of a statement. */
    static boolean mayTell(int lastLetters) {
        return TELLING.match(lastLetters);
    }

    static boolean isKey(CharSequence text, int from, int to) {
        return to - from >= 3 && KEYS.has(text, from, to);
    }

    /** The secret that follows a key and a blank; {@link Range#NONE} when what follows is a sentence. */
    static long find(CharSequence text, int from, int to) {
        int i = Chars.skipBlanks(text, to, 2);
        if (i == to || Chars.at(text, to) == '\n' || Chars.at(text, i - 1) == '\n') {
            return Range.NONE;
        }
        if (Chars.startsWith(text, i, "  ")) {
            i = columnBehind(text, i);
        }
        int verb = Telling.verbEnd(text, i);
        boolean is = verb > i;
        i = verb;
        int behind = is ? i : Telling.behind(text, from, i);
        boolean told = is || behind > i;
        i = behind;
        int quote = Quotes.length(text, i);
        long token = quote == 1 ? quoted(text, i) : bare(text, i);
        int begin = Range.from(token);
        int end = Range.to(token);
        if (end - begin > MAX_TOKEN
                || end <= begin
                || isPair(text, begin, end)
                || Judge.isPlaceholder(text, begin, end)) {
            return Range.NONE;
        }
        return isSecret(text, from, to, begin, end, told || quote > 0) && (!told || is || isOneWord(text, begin, end))
                ? Range.of(begin, changed(text, end))
                : Range.NONE;
    }

    /** Behind the blanks that part columns. */
    private static int columnBehind(CharSequence text, int from) {
        int i = from;
        while (i - from < MAX_BLANKS && Chars.at(text, i) == ' ') {
            i++;
        }
        return i;
    }

    /** Of {@code changed from x to y} both. */
    private static int changed(CharSequence text, int end) {
        int next = Chars.startsWith(text, end, " to ") ? end + 4 : end;
        int nextEnd = next > end ? Range.to(bare(text, next)) : end;
        return nextEnd > next && hasDigitAndLetter(text, next, nextEnd) ? nextEnd : end;
    }

    private static long bare(CharSequence text, int from) {
        return Range.of(from, Extent.ofBare(text, from, Math.min(text.length(), from + MAX_TOKEN + 1)));
    }

    private static long quoted(CharSequence text, int open) {
        int i = open + 1;
        while (i < text.length() && i - open < MAX_TOKEN && text.charAt(i) != text.charAt(open)) {
            i++;
        }
        return i < text.length() && i - open < MAX_TOKEN ? Range.of(open + 1, i) : Range.NONE;
    }

    private static boolean isSecret(CharSequence text, int from, int to, int begin, int end, boolean told) {
        if (CODES.has(text, from, to)) {
            boolean known = !Chars.is(text, from, to, "code") || followsWord(text, from);
            boolean ofCard = Chars.startsWith(text, from, "cv") && end - begin == 3;
            return known && (ofCard ? Judge.isNumber(text, begin, end) : isCode(text, begin, end));
        }
        boolean pass = Chars.startsWith(text, from, "pass") || Chars.startsWith(text, from, "pwd");
        if (!pass) {
            return end - begin >= LONG
                    && Judge.looksRandom(text, begin, end)
                    && (isOneWord(text, begin, end) || isBase64(text, begin, end))
                    && !isNameOfSecret(text, begin, end);
        }
        if (isSized(text, begin, end)) {
            return false;
        }
        if (isCode(text, begin, end)) {
            return Chars.startsWith(text, from - "time ".length(), "time ");
        }
        if (told) {
            return end - begin >= SHORTEST
                    && hasDigitOrSign(text, begin, end)
                    && !StandIns.isTechnical(text, begin, end);
        }
        return end - begin >= SHORTEST
                && hasDigitAndLetter(text, begin, end)
                && !StandIns.isTechnical(text, begin, end);
    }

    /** A name and its value: another pair follows. */
    private static boolean isPair(CharSequence text, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (text.charAt(i) == '=' && text.charAt(i + 1) != '=') {
                return true;
            }
        }
        return false;
    }

    /** Whether four to eight digits stand at a place. */
    static boolean isCode(CharSequence text, int from) {
        int to = from;
        while (to - from <= 8 && Chars.isDigit(Chars.at(text, to))) {
            to++;
        }
        return isCode(text, from, to);
    }

    private static boolean isCode(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to - from >= 4 && to - from <= 8;
    }

    private static boolean followsWord(CharSequence text, int from) {
        int end = from - 1;
        while (end > 0 && !Chars.isLetter(text.charAt(end - 1)) && from - end < 4) {
            end--;
        }
        int begin = end;
        while (begin > 0 && end - begin < 20 && Chars.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return end > begin && BEFORE_CODE.has(text, begin, end);
    }

    /** {@code bootstrap-token-a1b2c3}: lower-case words and no more than that. */
    private static boolean isNameOfSecret(CharSequence text, int from, int to) {
        int start = from;
        boolean word = false;
        for (int i = from; i <= to; i++) {
            char c = Chars.at(text, i);
            if (i < to && Chars.isUpper(c)) {
                return false;
            }
            if (i == to || c == '-' || c == '.' || c == '_') {
                word |= i - start >= SHORTEST_WORD && i - start < to - from && StandIns.isVariable(text, start, i);
                start = i + 1;
            }
        }
        return word;
    }

    /** With slashes, but no path: letters of both cases as often as chance has them, and digits. */
    private static boolean isBase64(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Vendor.Alphabet.BASE64.has(c) || c == '-' || c == '_') {
                return false;
            }
        }
        return Chars.at(text, from) != '/' && Judge.hasDigit(text, from, to) && Vendor.isMixed(text, from, to);
    }

    /** Not an id of several parts, no path, no sentence. */
    private static boolean isOneWord(CharSequence text, int from, int to) {
        int dashes = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Vendor.Alphabet.DOTTED.has(c) && "+=!#$%^&*~?".indexOf(c) < 0) {
                return false;
            }
            dashes += c == '-' || c == '.' ? 1 : 0;
        }
        return dashes < 3;
    }

    private static boolean hasDigitOrSign(CharSequence text, int from, int to) {
        boolean digit = false;
        boolean sign = false;
        boolean upper = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Chars.isBlank(c)) {
                return false;
            }
            upper |= Chars.isUpper(c);
            digit |= Chars.isDigit(c);
            sign |= i < to - 1 && !Chars.isLetter(c) && c != '-' && c != '_' && c != '/' && c != '\'';
        }
        return digit || (sign && upper);
    }

    private static boolean hasDigitAndLetter(CharSequence text, int from, int to) {
        boolean digit = false;
        boolean letter = false;
        for (int i = from; i < to; i++) {
            digit |= Chars.isDigit(text.charAt(i));
            letter |= Chars.isLetter(text.charAt(i));
        }
        return digit && letter && text.charAt(from) != '(';
    }

    /** A type with its size: {@code varchar(255)}. */
    private static boolean isSized(CharSequence text, int from, int to) {
        int i = from;
        while (i < to && Chars.isLetter(text.charAt(i))) {
            i++;
        }
        return i > from && i + 1 < to && text.charAt(i) == '(' && Judge.isNumber(text, i + 1, to - 1);
    }
}
