package io.pixsim.logging.redact;

/** Values of fields that stand where a secret would, and can be none: masks, names of variables, states. */
final class WholeStandIns {

    private static final Words NOTHING = Words.of("""
            none null nil undefined missing unset absent empty na redacted hidden masked filtered removed omitted censored \
            protected notset required optional invalid valid expired revoked present provided set""");
    private static final String[] COMPLAINTS = {
        "must be ",
        "must not ",
        "must have ",
        "must contain ",
        "must match ",
        "should be ",
        "should not ",
        "is required",
        "is too ",
        "is not ",
        "is invalid",
        "cannot be ",
        "may not be ",
        "does not "
    };
    private static final int LONGEST = 64;

    private WholeStandIns() {}

    /** Whether a text is one, from its first character to its last. */
    static boolean is(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '*', '\u2022' -> isMask(text);
            case '$' -> isVariable(text);
            case '<' -> text.charAt(length - 1) == '>' && isOfNames(text, 1, length - 1);
            case '[' -> text.charAt(length - 1) == ']' && isNothing(text, 1, length - 1);
            case '(' -> text.charAt(length - 1) == ')' && isNothing(text, 1, length - 1);
            default -> isNothing(text, 0, length) || isComplaint(text);
        };
    }

    /** What a form says of a value that it did not take: {@code must be at least 12 characters}. */
    private static boolean isComplaint(CharSequence text) {
        for (String complaint : COMPLAINTS) {
            if (Chars.startsWith(text, 0, complaint)) {
                return true;
            }
        }
        return false;
    }

    /** One sign, again and again, with a word between that says why. */
    private static boolean isMask(CharSequence text) {
        int to = text.length();
        int from = 0;
        while (from < to && text.charAt(from) == text.charAt(0)) {
            from++;
        }
        while (to > from && text.charAt(to - 1) == text.charAt(0)) {
            to--;
        }
        return text.length() > 2 && (from == to || (from > 1 && text.length() - to > 1 && isNothing(text, from, to)));
    }

    /** {@code ${DB_PASSWORD}}, without a default. */
    private static boolean isVariable(CharSequence text) {
        int last = text.length() - 1;
        return last > 2 && text.charAt(1) == '{' && text.charAt(last) == '}' && isOfNames(text, 2, last);
    }

    private static boolean isOfNames(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Vendor.Alphabet.DOTTED.has(c) && c != ' ') {
                return false;
            }
        }
        return to > from && !Vendor.isMixed(text, from, to);
    }

    private static boolean isNothing(CharSequence text, int from, int to) {
        long letters = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Chars.isLetter(c)) {
                letters = Words.append(letters, c);
            } else if (c != ' ' && c != '/') {
                return false;
            }
        }
        return NOTHING.has(letters);
    }
}
