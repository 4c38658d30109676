package io.pixsim.logging.redact;

import java.util.List;

/** Secrets told in a sentence, where they can't be mistaken: {@code the password is hunter2}, {@code code 123456}. */
final class Prose {

    private static final String NAMES =
            "password passwd passphrase passcode pwd otp totp pin code token secret key credentials";
    private static final Words KEYS = Words.of(NAMES);
    private static final Endings ENDINGS = Endings.of(List.of(NAMES.split(" ", -1)));
    private static final Endings TELLING =
            Endings.of(List.of((NAMES + " basic bearer apikey identified").split(" ", -1)));
    private static final Words CODES = Words.of("otp totp pin code passcode");
    private static final Words BEFORE_CODE = Words.of("""
            verification otp authentication security login sms backup recovery confirmation your time mfa factor reset""");
    private static final String[] TECHNICAL = {
        "sha", "pbkdf", "base", "argon", "oauth", "scrypt", "bcrypt", "aes", "rsa", "utf", "ed25519", "http", "v",
        "job", "step"
    };
    private static final int LONG = 16;
    private static final int SHORTEST = 6;
    private static final int MAX_TOKEN = 512;

    private Prose() {}

    /** Whether a run ends like such a key: false for most words. */
    static boolean mayBeKey(CharSequence text, int from, int to) {
        return ENDINGS.match(text, from, to);
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
        if (i == to) {
            return Range.NONE;
        }
        boolean is = Chars.startsWith(text, i, "is ") || Chars.startsWith(text, i, "was ");
        if (is) {
            i = Chars.skipBlanks(text, i + (Chars.at(text, i) == 'i' || Chars.at(text, i) == 'I' ? 3 : 4), 2);
            i = Chars.at(text, i) == ':' ? Chars.skipBlanks(text, i + 1, 2) : i;
        }
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
        return isSecret(text, from, to, begin, end, is || quote > 0) ? token : Range.NONE;
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
            return known && isCode(text, begin, end);
        }
        boolean pass = Chars.startsWith(text, from, "pass") || Chars.startsWith(text, from, "pwd");
        if (!pass) {
            return end - begin >= LONG && Judge.looksRandom(text, begin, end) && isOneWord(text, begin, end);
        }
        if (told) {
            return end - begin >= SHORTEST && hasDigitOrSign(text, begin, end) && !isTechnical(text, begin, end);
        }
        return end - begin >= SHORTEST && hasDigitAndLetter(text, begin, end) && !isTechnical(text, begin, end);
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

    /** Not an id of several parts, no path, no sentence. */
    private static boolean isOneWord(CharSequence text, int from, int to) {
        int dashes = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Vendor.Alphabet.DOTTED.has(c) && c != '+' && c != '=') {
                return false;
            }
            dashes += c == '-' || c == '.' ? 1 : 0;
        }
        return dashes < 3;
    }

    private static boolean hasDigitOrSign(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Chars.isBlank(c)) {
                return false;
            }
            if (i < to - 1 && !Chars.isLetter(c) && c != '-' && c != '_' && c != '/' && c != '\'') {
                return true;
            }
        }
        return Chars.isDigit(text.charAt(to - 1));
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

    private static boolean isTechnical(CharSequence text, int from, int to) {
        for (String word : TECHNICAL) {
            int digit = from + word.length();
            boolean same = Chars.startsWith(text, from, word);
            if (same && (Chars.isDigit(Chars.at(text, digit)) || Chars.at(text, digit) == '-' || digit >= to)) {
                return true;
            }
        }
        return false;
    }
}
