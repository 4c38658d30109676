package io.pixsim.logging.redact;

/** Where the path begins that the scanner is in, if it is absolute. For one thread. */
final class PathTracker {

    private final CharSequence text;
    private int from;
    private boolean quoted;
    /** Where a blank was, in a path that is not quoted; -1 where there was none. */
    private int blank = -1;

    PathTracker(CharSequence text) {
        this.text = text;
        reset(0);
    }

    /** Begins anew at a place. */
    void reset(int at) {
        from = Weights.isAbsolute(text, at) ? at : -1;
        quoted = false;
        blank = -1;
    }

    /** Takes notice of a character that ends a run. */
    void separator(int at) {
        char c = text.length() > at ? text.charAt(at) : 0;
        if (c == '/' || c == '\\') {
            return;
        }
        boolean begins = Weights.isAbsolute(text, at + 1);
        if (c == '=' && from >= 0 && from != at && !begins) { // of a name such as epoch=3.ckpt
            return;
        }
        if (c == ':') {
            if (begins && !isDrive(at)) {
                begin(at);
            }
        } else if (c == ' ') {
            blank(at, begins);
        } else if (Chars.isQuote(c) || Chars.isBlank(c) || "=,;()[]{}<>|&".indexOf(c) >= 0) {
            begin(at);
            quoted = Chars.isQuote(c);
            from = begins ? at + 1 : -1;
        }
    }

    /** The folder before a file's name; {@link Range#NONE} when the path is relative or no local one. */
    long folder(int name) {
        if (from < 0) {
            return Range.NONE;
        }
        int slash = name;
        while (slash > from && slash > name - 256 && isOfName(text.charAt(slash - 1))) {
            slash--;
        }
        if (slash <= from || !isSlash(text.charAt(slash - 1))) {
            return Range.NONE;
        }
        boolean whole = quoted || blank < 0 || isWindows();
        int end = slash - 1;
        while (end > from && isSlash(text.charAt(end - 1))) {
            end--;
        }
        return whole && end > from ? Range.of(from, end) : Range.NONE;
    }

    private boolean isOfName(char c) {
        return !isSlash(c) && (quoted || Weights.isInName(c) || Chars.isInRun(c));
    }

    private void begin(int at) {
        from = Weights.isAbsolute(text, at + 1) ? at + 1 : -1;
        quoted = false;
        blank = -1;
    }

    /** A blank in a folder's name: in quotes, in a path with a drive, and before a folder that continues the name. */
    private void blank(int at, boolean begins) {
        if (begins) {
            begin(at);
        } else if (from >= 0 && !quoted) {
            boolean continues = isWindows() || isInName(at);
            from = continues ? from : -1;
            blank = isWindows() ? at : -1;
        }
    }

    private boolean isWindows() {
        return Chars.at(text, from + 1) == ':' || Chars.startsWith(text, from, "\\\\");
    }

    /** {@code /home/me/My Models/x}: upper case before the blank and behind, and the path goes on. */
    private boolean isInName(int at) {
        int before = at;
        while (before > from && !isSlash(text.charAt(before - 1)) && at - before < 64) {
            before--;
        }
        int next = at + 1;
        while (next < text.length() && next - at < 64 && Chars.isInRun(text.charAt(next))) {
            next++;
        }
        return Chars.isUpper(Chars.at(text, before))
                && Chars.isUpper(Chars.at(text, at + 1))
                && isSlash(Chars.at(text, next));
    }

    private boolean isDrive(int colon) {
        return Chars.isLetter(Chars.at(text, colon - 1)) && !Character.isLetterOrDigit(Chars.at(text, colon - 2));
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
