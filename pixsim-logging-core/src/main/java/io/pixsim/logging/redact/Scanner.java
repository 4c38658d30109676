package io.pixsim.logging.redact;

/**
 * Reads one text once, from run to run, and notes what is secret in it. What was taken for a value is not read again, and
 * whoever looks ahead looks a bounded way: so the work grows with the text and no faster. For one thread.
 */
final class Scanner {

    /** How often a text is looked at far from a key: for columns of tables, manifests and parts of keys. */
    private static final int MAX_FAR = 16;

    private final CharSequence text;
    private final KeyRules keys;
    private final Spans spans;
    private final ValueFinder values;
    private final PathTracker paths;
    private int left = MAX_FAR;

    Scanner(CharSequence text, KeyRules keys, Spans spans) {
        this.text = text;
        this.keys = keys;
        this.spans = spans;
        this.values = new ValueFinder(text);
        this.paths = new PathTracker(text);
    }

    void scan() {
        int length = text.length();
        int start = 0;
        int seen = 0;
        int i = 0;
        while (i <= length) {
            int type = i < length ? Chars.classInRun(text.charAt(i)) : Chars.BLANK;
            if ((type & Triggers.RUN) != 0) {
                seen |= type;
                i++;
                continue;
            }
            int next = i > start ? runEnded(start, i, seen) : i;
            if (next > i) {
                paths.reset(next);
                i = next;
            } else {
                paths.separator(i);
                i++;
            }
            start = i;
            seen = 0;
        }
    }

    /** Looks at a run, and gives the place to read on at: behind what is hidden. */
    private int runEnded(int from, int to, int seen) {
        if (Pairs.isValueName(text, from, to)) {
            values.noteValue(from, to);
        }
        if (!Triggers.at(text, from, to, seen, keys)) {
            return to;
        }
        if (text.charAt(from) == '-') {
            int pem = Pem.end(text, from);
            if (pem > 0) {
                return hide(Range.of(from, pem), Rule.PRIVATE_KEY);
            }
            long option = CommandLine.shortOption(text, from, to);
            if (option != Range.NONE) {
                return hide(option, Rule.COMMAND_LINE);
            }
        }
        int end = shapes(from, to, seen);
        if (end > 0) {
            return end;
        }
        weights(from, to);
        end = signs(from, to);
        return end > 0 ? end : Math.max(to, key(from, to));
    }

    private int shapes(int from, int to, int seen) {
        char next = Chars.at(text, to);
        long found = Marked.find(text, from, to);
        if (found != Range.NONE) {
            return hide(found, Rule.VENDOR_TOKEN);
        }
        if ((seen & Chars.DIGIT) == 0 && !Shapes.mayHoldWithoutDigit(to - from, seen)) {
            return scheme(from, to);
        }
        found = to - from >= Shapes.SHORTEST ? Shapes.find(text, from, to, seen) : Range.NONE;
        if (found != Range.NONE) {
            hide(found, Shapes.isJwt(text, found) ? Rule.JWT : Rule.VENDOR_TOKEN);
            return Math.max(to, Range.to(found));
        }
        if (next == '/' && to - from == 1) {
            found = Urls.refreshToken(text, from);
        } else if (next == ' ' && Prose.isTold(text, from, to)) {
            return hide(Prose.told(text, from, to), Rule.PROSE);
        }
        if (found != Range.NONE) {
            return hide(found, Rule.VENDOR_TOKEN);
        }
        found = Chars.isDigit(text.charAt(from)) ? Cards.find(text, from, to) : Range.NONE;
        return found != Range.NONE ? hide(found, Rule.CARD) : scheme(from, to);
    }

    private int scheme(int from, int to) {
        int begin = Schemes.begin(text, from, to);
        long found = Schemes.isTelling(text, begin, to) ? Schemes.credentials(text, begin, to) : Range.NONE;
        return found != Range.NONE ? hide(found, Rule.AUTHORIZATION) : -1;
    }

    private void weights(int from, int to) {
        if (Weights.isName(text, from, to)) {
            long folder = paths.folder(from);
            if (folder != Range.NONE) {
                hide(folder, Rule.PATH);
            }
        }
    }

    private int signs(int from, int to) {
        char next = Chars.at(text, to);
        int authority = next == ':' ? Urls.authority(text, to) : -1;
        long encoded = Urls.encoded(text, from);
        if (encoded != Range.NONE) {
            spans.add(encoded, Rule.URL);
        }
        if (authority > 0) {
            long found = Urls.credentials(text, authority);
            boolean form = found != Range.NONE && StandIns.isForm(text, Range.from(found), Range.to(found));
            return hasValue(found) && !form ? hide(found, Rule.URL) : -1;
        }
        if (next == '\t' || next == ' ') {
            long found = next == ' ' ? Statements.password(text, from, to) : Rows.cookie(text, from, to);
            return hasValue(found) ? hide(found, Rule.KEY) : -1;
        }
        long found = Range.NONE;
        if (next == ':' && Chars.is(text, from, to, "thin")) {
            found = Urls.oracle(text, to);
        } else if (next == '@') {
            found = Urls.withoutScheme(text, 0, to);
        } else if (next == '/') {
            found = Urls.webhook(text, from, to);
        } else if (next == '(') {
            found = Calls.wrapped(text, from, to);
        } else if (next == ':') {
            found = PasswordFile.password(text, from, to);
            found = found != Range.NONE ? found : CommandLine.slashOption(text, from, to);
        }
        return hasValue(found) ? hide(found, Rule.URL) : -1;
    }

    private int key(int from, int to) {
        if (!keys.mayHold(text, from, to) && !EscapedNames.isRun(text, from, to)) {
            return -1;
        }
        if (left > 0 && Jwks.isKind(text, from, to)) {
            left--;
            Jwks.find(text, from, spans);
            return -1;
        }
        int keyFrom = Keys.from(text, from, to);
        int level = Keys.level(text, keyFrom, to, keys);
        if (level == KeyRules.NO) {
            return -1;
        }
        long found = values.find(keyFrom, to, level);
        if (found == Range.NONE && level == KeyRules.STRONG) {
            far(keyFrom, to);
        }
        return found != Range.NONE ? hide(found, values.rule()) : -1;
    }

    private void far(int from, int to) {
        if (left > 0 && Columns.isHead(text, from, to)) {
            left--;
            Columns.find(text, from, to, Traits.isFirm(text, from, to), spans);
        } else if (left > 0 && Manifests.isKind(text, from, to)) {
            left--;
            Manifests.find(text, to, spans);
        }
    }

    private boolean hasValue(long found) {
        return found != Range.NONE
                && Range.from(found) < Range.to(found)
                && !Judge.isPlaceholder(text, Range.from(found), Range.to(found));
    }

    /** Notes a part; gives its end. */
    private int hide(long range, Rule rule) {
        spans.add(range, rule);
        return Range.to(range);
    }
}
