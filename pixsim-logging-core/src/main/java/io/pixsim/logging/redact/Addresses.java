package io.pixsim.logging.redact;

/** E-mail addresses and IP addresses, for those who want them hidden. */
final class Addresses {

    private static final int MAX_LOCAL = 64;
    private static final int MAX_HOST = 255;
    private static final int MAX_IP = 45;

    private Addresses() {}

    static void find(CharSequence text, Spans spans) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            long found = Range.NONE;
            Rule rule = Rule.IP;
            if (c == '@') {
                found = email(text, i);
                rule = Rule.EMAIL;
            } else if ((Chars.isHex(c) || c == ':') && isFree(Chars.at(text, i - 1))) {
                found = ip(text, i);
            }
            if (found != Range.NONE) {
                spans.add(found, rule);
                i = Range.to(found) - 1;
            }
        }
    }

    private static long email(CharSequence text, int at) {
        int from = at;
        while (from > 0 && at - from < MAX_LOCAL && isLocal(text.charAt(from - 1))) {
            from--;
        }
        int to = at + 1;
        boolean dot = false;
        while (to < text.length() && to - at < MAX_HOST && Vendor.Alphabet.DOTTED.has(text.charAt(to))) {
            dot |= text.charAt(to) == '.' && Chars.isLetter(Chars.at(text, to + 1));
            to++;
        }
        while (to > at && text.charAt(to - 1) == '.') {
            to--;
        }
        return dot && from < at ? Range.of(from, to) : Range.NONE;
    }

    private static boolean isLocal(char c) {
        return Vendor.Alphabet.DOTTED.has(c) || c == '+' || c == '%' || Character.isLetterOrDigit(c);
    }

    private static boolean isFree(char before) {
        return !Character.isLetterOrDigit(before) && before != '.' && before != ':' && before != '-' && before != '_';
    }

    private static long ip(CharSequence text, int from) {
        int to = from;
        int dots = 0;
        int colons = 0;
        boolean twice = false;
        boolean decimal = true;
        int part = 0;
        while (to < text.length() && to - from < MAX_IP) {
            char c = text.charAt(to);
            if (c == '.') {
                dots++;
                part = 0;
            } else if (c == ':') {
                twice |= to > from && text.charAt(to - 1) == ':';
                colons++;
                part = 0;
            } else if (Chars.isHex(c)) {
                decimal &= Chars.isDigit(c);
                part = part * 10 + Character.digit(c, 10);
                if (dots > 0 && part > 255) {
                    return Range.NONE;
                }
            } else {
                break;
            }
            if (decimal && dots == 3 && colons == 1) {
                return Range.of(from, to);
            }
            to++;
        }
        while (to > from && (text.charAt(to - 1) == '.' || (text.charAt(to - 1) == ':' && !twice))) {
            dots -= text.charAt(to - 1) == '.' ? 1 : 0;
            to--;
        }
        char next = Chars.at(text, to);
        boolean ends = !Character.isLetterOrDigit(next) && next != '-' && next != '_';
        boolean four = colons == 0 && decimal && dots == 3;
        boolean six = (colons == 7 || (twice && colons > 1 && to - from > 2)) && (dots == 0 || dots == 3);
        return ends && (four || six) ? Range.of(from, to) : Range.NONE;
    }
}
