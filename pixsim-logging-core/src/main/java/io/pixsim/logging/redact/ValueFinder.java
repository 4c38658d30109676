package io.pixsim.logging.redact;

/** Finds what is secret behind a key. For one thread. */
final class ValueFinder {

    /** Further than this nobody looks for a value that may turn out to be none. */
    private static final int MAX_LOOK = 512;

    private static final int MAX_BLANKS = 64;

    private final CharSequence text;
    private Rule rule = Rule.KEY;
    private long pendingValue = Range.NONE;
    private boolean header;

    ValueFinder(CharSequence text) {
        this.text = text;
    }

    /** Why the last one was hidden. */
    Rule rule() {
        return rule;
    }

    /** Remembers the value of a pair whose name may follow. */
    void noteValue(int from, int to) {
        long follow = Follow.find(text, from, to);
        if (Follow.kind(follow) == Follow.COLON || Follow.kind(follow) == Follow.EQUALS) {
            int begin = Chars.skipBlanks(text, Follow.behind(follow), 4);
            int quote = Quotes.length(text, begin);
            if (quote > 0) {
                int limit = Math.min(text.length(), begin + MAX_LOOK);
                pendingValue = Range.of(begin + quote, Quotes.close(text, begin, quote, limit));
            }
        }
    }

    /** The value that a key hides; {@link Range#NONE} when it hides none. */
    long find(int from, int to, int level) {
        rule = Rule.KEY;
        header = Chars.startsWith(text, to - "authorization".length(), "authorization");
        boolean firm = Traits.isFirm(text, from, to);
        long follow = Follow.find(text, from, to);
        long found = switch (Follow.kind(follow)) {
            case Follow.EQUALS, Follow.COLON, Follow.ESCAPED -> behindSign(from, to, level, firm, follow);
            case Follow.TAG -> element(from, to, Follow.behind(follow), level, firm);
            default -> Range.NONE;
        };
        if (found == Range.NONE && Follow.kind(follow) != Follow.EQUALS) {
            found = Statements.inserted(text, from, to);
            found = found != Range.NONE ? found : Calls.set(text, from, to);
            found = found != Range.NONE || level < KeyRules.STRONG ? found : Calls.held(text, from, to);
            found = found != Range.NONE ? found : beside(Keys.wholeFrom(text, from), to, level, firm, follow);
        }
        if (found == Range.NONE && text.charAt(from) == '-') {
            found = option(from, to, level, firm);
        }
        boolean told = Prose.isKey(text, from, to) || (level == KeyRules.STRONG && Prose.isCompound(text, from, to));
        if (found == Range.NONE && told) {
            rule = Rule.PROSE;
            found = Prose.find(text, from, to);
        }
        return found != Range.NONE || level < KeyRules.STRONG ? found : Rows.cell(text, from, to);
    }

    private long behindSign(int from, int to, int level, boolean firm, long follow) {
        int behind = Follow.behind(follow);
        if (Follow.kind(follow) == Follow.ESCAPED) {
            return escaped(behind, level, firm);
        }
        int begin = Chars.skipBlanks(text, behind, MAX_BLANKS);
        boolean colon = Follow.kind(follow) == Follow.COLON;
        if (colon && level >= KeyRules.PLURAL) {
            long block = Blocks.find(text, from, behind, level);
            if (block != Range.NONE) {
                return block;
            }
        }
        if (isNextLine(behind, begin) || StandIns.isFolder(text, begin, text, from, to)) {
            return Range.NONE;
        }
        long continued = Blocks.continued(text, begin);
        if (continued != Range.NONE && level >= KeyRules.PLURAL) {
            return continued;
        }
        boolean spaced = begin > behind;
        if (colon && !spaced && (StandIns.isAction(text, begin) || isChained(from, to, begin))) {
            return Range.NONE;
        }
        if (!colon && Openings.isOther(text, to, behind, begin)) {
            return Range.NONE;
        }
        if (Keys.isInQuery(text, from)
                && Follow.kind(follow) == Follow.EQUALS
                && !spaced
                && Quotes.length(text, begin) == 0) {
            int limit = level == KeyRules.STRONG ? text.length() : Math.min(text.length(), begin + MAX_LOOK);
            return Judge.isTelling(text, begin, true, false)
                    ? Range.NONE
                    : checked(begin, Extent.ofQuery(text, begin, limit), level, firm);
        }
        if (Traits.isCookie(text, from, to)) {
            long cookies = cookies(from, to, begin);
            if (cookies != Range.NONE) {
                return cookies;
            }
        }
        long found = value(begin, level, firm, spaced && colon, Traits.isPhrase(text, to));
        return found != Range.NONE && Range.from(found) == begin
                ? Range.of(begin, Several.end(text, to, begin, Range.to(found)))
                : found;
    }

    /** A percent-encoded value. */
    private long escaped(int at, int level, boolean firm) {
        int begin = at;
        while (Chars.startsWith(text, begin, "%20") || Chars.startsWith(text, begin, "%3e")) {
            begin += 3;
        }
        int limit = level == KeyRules.STRONG ? text.length() : Math.min(text.length(), begin + MAX_LOOK);
        int from = begin + Quotes.length(text, begin);
        return checked(from, Extent.ofEscaped(text, from, limit), level, firm);
    }

    /** What begins at a place: quoted, in brackets, or bare. */
    private long value(int at, int level, boolean firm, boolean sentence, boolean phrase) {
        int begin = Openings.behind(text, at);
        int quote = Quotes.length(text, begin);
        char first = Chars.at(text, begin);
        if (quote == 0 && (first == '{' || first == '[' || (first == '(' && !sentence))) {
            boolean hides = level == KeyRules.STRONG
                    || first == '('
                    || (level == KeyRules.PLURAL
                            && (first == '{'
                                    ? !Descriptions.isCounts(text, begin)
                                    : Descriptions.isRandomList(text, begin)));
            return hides ? brackets(begin) : Range.NONE;
        }
        int from = begin + quote;
        boolean bare = sentence && quote == 0 && !phrase;
        if (Judge.isTelling(text, from, firm, bare) || (bare && StandIns.isSentence(text, from))) {
            return Range.NONE;
        }
        int limit = level == KeyRules.STRONG ? text.length() : Math.min(text.length(), from + MAX_LOOK);
        if (quote > 0) {
            int close = Quotes.close(text, begin, quote, limit);
            return withoutScheme(from, close, true, level, firm);
        }
        if (phrase) {
            return checked(from, Extent.ofPhrase(text, from), level, firm);
        }
        int to = Extent.ofBare(text, from, limit);
        return (firm ? StandIns.isCall(text, from, to) : StandIns.isCode(text, from, to, level))
                ? Range.NONE
                : withoutScheme(from, to, false, level, firm);
    }

    private long brackets(int begin) {
        return Judge.isBracketPlaceholder(text, begin) || Descriptions.is(text, begin)
                ? Range.NONE
                : Range.of(begin, Extent.ofBrackets(text, begin));
    }

    /** Of {@code Bearer x} the {@code x}; all where no scheme begins it. */
    private long withoutScheme(int from, int to, boolean quoted, int level, boolean firm) {
        int word = from;
        while (word < to && word - from < 24 && !Chars.isBlank(text.charAt(word)) && text.charAt(word) != '%') {
            word++;
        }
        if (!Schemes.isScheme(text, from, word) && (quoted || !header || !OtherScheme.is(text, from, word))) {
            return checked(from, to, level, firm);
        }
        int gap = Schemes.afterGap(text, word);
        int begin = Schemes.joined(text, gap);
        boolean joined = begin > gap;
        if (gap == word
                || begin >= text.length()
                || (quoted && !joined && begin >= to)
                || Judge.isTelling(text, begin, true, false)) {
            return Range.NONE;
        }
        rule = Rule.AUTHORIZATION;
        int end = quoted && !joined ? to : Schemes.end(text, begin);
        return Judge.isPlaceholder(text, begin, Math.max(end, begin + 1)) ? Range.NONE : Range.of(begin, end);
    }

    private long checked(int from, int to, int level, boolean firm) {
        return Judge.isSecret(text, from, to, level, firm) ? Range.of(from, to) : Range.NONE;
    }

    private long element(int keyFrom, int keyTo, int at, int level, boolean firm) {
        boolean literal = Chars.startsWith(text, at, Extent.CDATA);
        int from = literal ? at + Extent.CDATA.length() : at;
        int to = Extent.ofElement(text, from, literal);
        if (to == text.length() && Extent.hasBlank(text, from, to)) { // no end, and more than a value: no element
            return Range.NONE;
        }
        long inside = Chars.skipBlanks(text, from, MAX_BLANKS) >= to && level >= KeyRules.PLURAL
                ? Elements.inside(text, keyFrom, keyTo, at)
                : Range.NONE;
        return inside != Range.NONE ? inside : checked(from, to, level, firm);
    }

    private long beside(int from, int to, int level, boolean firm, long follow) {
        int sibling = Elements.sibling(text, from, to);
        if (sibling > 0) {
            return element(from, to, sibling, level, firm);
        }
        if (Pairs.isNamed(text, from)) {
            int value = Pairs.value(text, to);
            if (value >= 0) {
                boolean element = text.charAt(value - 1) == '>';
                int begin = Chars.skipBlanks(text, value, MAX_BLANKS);
                return element ? element(from, to, begin, level, firm) : value(begin, level, true, false, false);
            }
            if (pendingValue != Range.NONE && Pairs.areNear(text, Range.to(pendingValue), from)) {
                long pending = pendingValue;
                pendingValue = Range.NONE;
                if (checked(Range.from(pending), Range.to(pending), level, true) != Range.NONE) {
                    return pending;
                }
            }
            return Range.NONE;
        }
        if (Follow.kind(follow) == Follow.COMMA && Pairs.opensTuple(text, from)) {
            return tuple(from, level, firm, Chars.skipBlanks(text, Follow.behind(follow), 4));
        }
        return Follow.kind(follow) == Follow.COMMA ? Pairs.listed(text, from, to) : Range.NONE;
    }

    /** The second of a pair; of a list of names it is none. */
    private long tuple(int from, int level, boolean firm, int begin) {
        int quote = Quotes.length(text, Openings.behind(text, begin));
        long found = quote > 0 ? value(begin, level, firm, false, false) : Range.NONE;
        if (found == Range.NONE || !Pairs.closesTuple(text, from, Range.to(found) + quote)) {
            return Range.NONE;
        }
        boolean secret = rule == Rule.AUTHORIZATION
                || Pairs.isRound(text, from)
                || Judge.looksRandom(text, Range.from(found), Range.to(found));
        return secret ? found : Range.NONE;
    }

    private long option(int from, int to, int level, boolean firm) {
        int begin = CommandLine.value(text, to);
        if (begin < 0 || StandIns.isOfUsage(text, begin, bareEnd(begin), from, to)) {
            return Range.NONE;
        }
        long found = value(begin, level, firm, false, false);
        rule = found != Range.NONE && rule == Rule.KEY ? Rule.COMMAND_LINE : rule;
        return found;
    }

    private long cookies(int from, int to, int begin) {
        int quote = Quotes.length(text, begin);
        int first = begin + quote;
        int end = Extent.cookieEnd(text, first);
        if (!Extent.hasEquals(text, first, end) || Judge.isTelling(text, first, true, false)) {
            return Range.NONE;
        }
        boolean set =
                Chars.startsWith(text, to - "set-cookie".length(), "set-") || Chars.startsWith(text, from, "setcookie");
        if (!set) {
            return Range.of(first, Extent.ofCookies(text, first));
        }
        int value = first;
        while (text.charAt(value) != '=') {
            value++;
        }
        return Judge.isPlaceholder(text, value + 1, Math.max(end, value + 2)) ? Range.NONE : Range.of(value + 1, end);
    }

    /** {@code arn:…:secret:name}, {@code Token::of}: parts of a name, parted by colons. */
    private boolean isChained(int from, int to, int begin) {
        char before = Chars.at(text, from - 1);
        boolean option = before == '/' && (from == 1 || Chars.isBlank(Chars.at(text, from - 2)));
        return (before == ':' || before == '/')
                && !option
                && !(before == ':' && Judge.isToken(text, begin, bareEnd(begin)))
                && Quotes.length(text, to) == 0
                && Quotes.length(text, begin) == 0;
    }

    private int bareEnd(int from) {
        return Extent.ofBare(text, from, Math.min(text.length(), from + MAX_LOOK));
    }

    private boolean isNextLine(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
