package io.pixsim.logging.redact;

/** Numbers of payment cards: an issuer's prefix, its length, the check digit, and nothing joined on. */
final class Cards {

    private static final int MAX_DIGITS = 19;
    private static final int SHORTEST = 13;

    private Cards() {}

    /** The card that begins with a run of digits; groups may be parted by single blanks or dashes. */
    static long find(CharSequence text, int from, int to) {
        char first = text.charAt(from);
        if (first < '2' || first > '6') {
            return Range.NONE;
        }
        char separator = separator(text, from);
        int i = from;
        int digits = 0;
        int group = 0;
        int groups = 0;
        long number = 0;
        boolean fours = true;
        while (i < text.length() && digits <= MAX_DIGITS) {
            char c = text.charAt(i);
            if (Chars.isDigit(c)) {
                number = number * 10 + (c - '0');
                digits++;
                group++;
            } else if (c == separator && Chars.isDigit(Chars.at(text, i + 1))) {
                fours &= group == 4 || (groups == 1 && group == 6);
                groups++;
                group = 0;
            } else {
                break;
            }
            i++;
        }
        boolean grouped = separator == 0 || (fours && groups >= 2 && group <= 7);
        return grouped && digits <= MAX_DIGITS && isFree(text, from, i) && isCard(number, digits)
                ? Range.of(from, i)
                : Range.NONE;
    }

    /** Whether a number is one of a card. */
    static boolean isCard(long number) {
        return number >= 1_000_000_000_000L
                && isCard(number, Long.toString(number).length());
    }

    private static char separator(CharSequence text, int from) {
        for (int i = from; i < from + 5; i++) {
            char c = Chars.at(text, i);
            if (c == '-' || c == ' ') {
                return c;
            }
        }
        return 0;
    }

    private static boolean isFree(CharSequence text, int from, int to) {
        return !isJoint(Chars.at(text, from - 1), Chars.at(text, from - 2))
                && !isDialled(text, from)
                && !isJoint(Chars.at(text, to), Chars.at(text, to + 1));
    }

    /** {@code +49 } before it makes a number one of a telephone. */
    private static boolean isDialled(CharSequence text, int from) {
        int i = from - 1;
        while (i > from - 5 && (Chars.at(text, i) == ' ' || Chars.isDigit(Chars.at(text, i)))) {
            i--;
        }
        return i < from - 1 && Chars.at(text, i) == '+';
    }

    /** A dot joins only when something follows it: else it ends the sentence. */
    private static boolean isJoint(char c, char beyond) {
        if (c == '.') {
            return Character.isLetterOrDigit(beyond);
        }
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '+';
    }

    private static boolean isCard(long number, int digits) {
        return digits >= SHORTEST && isIssued(number, digits) && checks(number);
    }

    private static boolean isIssued(long number, int digits) {
        long four = number / power(digits - 4);
        int two = (int) (four / 100);
        return switch (digits) {
            case 13 -> two / 10 == 4;
            case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
            case 15 -> two == 34 || two == 37;
            case 16 ->
                two / 10 == 4
                        || (two >= 51 && two <= 55)
                        || (four >= 2221 && four <= 2720)
                        || four == 6011
                        || two == 65
                        || (four >= 6440 && four <= 6499)
                        || (four >= 3528 && four <= 3589)
                        || two == 62;
            case 17, 18 -> two == 62;
            case 19 -> two == 62 || two / 10 == 4;
            default -> false;
        };
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** The check of Luhn. */
    private static boolean checks(long number) {
        int sum = 0;
        boolean twice = false;
        for (long rest = number; rest > 0; rest /= 10) {
            int digit = (int) (rest % 10) * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
