package io.pixsim.logging.redact;

/** Credentials in URLs and in what looks like them: user information, paths of webhooks, names of data sources. */
final class Urls {

    private static final int MAX_LOOK = 256;
    private static final int MAX_ESCAPES = 16;
    private static final int TOKEN = 16;
    private static final int SHORTEST_HOOK = 8;
    private static final String[] HOOKS = {
        "feishu.cn/open-apis/bot/v2/hook/", "larksuite.com/open-apis/bot/v2/hook/", "hooks.zapier.com/hooks/catch/",
        "tines.com/webhook/", "hook.eu1.make.com/", "hook.us1.make.com/"
    };

    private Urls() {}

    /** Where the authority begins behind a colon and two slashes, in JSON also escaped ones; -1 where none does. */
    static int authority(CharSequence text, int colon) {
        int i = colon + 1;
        for (int slashes = 0; slashes < 2; slashes++) {
            while (Chars.at(text, i) == '\\' && i - colon < MAX_ESCAPES) {
                i++;
            }
            if (Chars.at(text, i++) != '/') {
                return -1;
            }
        }
        return i;
    }

    /**
     * What is secret of the user information of a URL, or of the path of one that a live stream is sent to.
     *
     * @param authority where the part behind {@code //} begins
     */
    static long credentials(CharSequence text, int authority) {
        int end = authorityEnd(text, authority);
        int at = lastAt(text, authority, end);
        if (at < 0 && hasPasswordWithSlash(text, authority, end)) {
            at = nextAt(text, end);
        }
        while (at > authority
                && Chars.at(text, at + 1) == '/'
                && nextAt(text, at + 1) > 0) { // no host: of the password
            at = nextAt(text, at + 1);
        }
        if (at <= authority) {
            return StreamKeys.find(text, authority);
        }
        int colon = authority;
        while (colon < at && text.charAt(colon) != ':' && !Chars.startsWith(text, colon, "%3a")) {
            colon++;
        }
        if (colon == at) {
            return isToken(text, authority, at) ? Range.of(authority, at) : Range.NONE;
        }
        int password = colon + (text.charAt(colon) == ':' ? 1 : 3);
        boolean tokenAsUser = isToken(text, authority, colon);
        return password == at && !tokenAsUser ? Range.NONE : Range.of(tokenAsUser ? authority : password, at);
    }

    /** {@code user:password@tcp(host)} and {@code user:password@host:5432}, where no scheme stands before. */
    static long withoutScheme(CharSequence text, int from, int at) {
        boolean protocol = Chars.startsWith(text, at + 1, "tcp(") || Chars.startsWith(text, at + 1, "unix(");
        if (!protocol && !isHostAndPort(text, at + 1)) {
            return Range.NONE;
        }
        int colon = -1;
        int start = at;
        while (start > from && start > at - MAX_LOOK && isUserInfo(text.charAt(start - 1))) {
            start--;
            if (text.charAt(start) == ':') {
                colon = start;
            }
        }
        return colon > start && colon + 1 < at && text.charAt(colon + 1) != '/' ? Range.of(colon + 1, at) : Range.NONE;
    }

    /** {@code jdbc:oracle:thin:user/password@host}. */
    static long oracle(CharSequence text, int colon) {
        int slash = -1;
        for (int i = colon + 1; i < text.length() && i < colon + MAX_LOOK; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return slash > 0 && slash + 1 < i ? Range.of(slash + 1, i) : Range.NONE;
            }
            if (c == '/' && slash < 0) {
                slash = i;
            } else if (!isUserInfo(c)) {
                return Range.NONE;
            }
        }
        return Range.NONE;
    }

    /** The path of a webhook, whoever knows it may call: from behind the slash. */
    static long webhook(CharSequence text, int from, int slash) {
        boolean slack = Chars.is(text, from, slash, "services")
                || Chars.is(text, from, slash, "workflows")
                || Chars.is(text, from, slash, "triggers");
        long host = hook(text, slash);
        if (host != Range.NONE) {
            return host;
        }
        boolean known = slack
                ? Chars.startsWith(text, from - "hooks.slack.com/".length(), "hooks.slack.com/")
                : (Chars.is(text, from, slash, "webhooks") && Chars.startsWith(text, from - 4, "api/"))
                        || Chars.is(text, from, slash, "webhookb2");
        int end = slash + 1;
        while (known && end < text.length() && isPath(text.charAt(end))) {
            end++;
        }
        boolean deep = false;
        for (int i = slash + 2; i < end - 8; i++) {
            deep |= text.charAt(i) == '/';
        }
        return deep ? Range.of(slash + 1, end) : Range.NONE;
    }

    /** Of hosts that have nothing but webhooks the path, from behind what all of them share. */
    private static long hook(CharSequence text, int slash) {
        for (String hook : HOOKS) {
            int path = slash - hook.indexOf('/');
            if (Chars.startsWith(text, path, hook)) {
                int end = path + hook.length();
                while (end < text.length() && isPath(text.charAt(end))) {
                    end++;
                }
                return end - path - hook.length() >= SHORTEST_HOOK ? Range.of(path + hook.length(), end) : Range.NONE;
            }
        }
        return Range.NONE;
    }

    /** Of {@code https%3A%2F%2Fuser%3Apassword%40host} the password, by the place behind the {@code %} of the last sign. */
    static long encoded(CharSequence text, int from) {
        if (!Chars.startsWith(text, from - 1, "%40")) {
            return Range.NONE;
        }
        int colon = -1;
        for (int i = from - 2; i > from - MAX_LOOK && i >= 0 && isEncoded(text.charAt(i)); i--) {
            if (Chars.startsWith(text, i, "%3a%2f%2f")) {
                return colon > 0 && colon + 3 < from - 1 ? Range.of(colon + 3, from - 1) : Range.NONE;
            }
            colon = Chars.startsWith(text, i, "%3a") ? i : colon;
        }
        return Range.NONE;
    }

    private static boolean isEncoded(char c) {
        return Vendor.Alphabet.DOTTED.has(c) || c == '%' || c == '~' || c == '+' || c == '!' || c == '*';
    }

    /** Where Google's refresh token that begins with {@code 1//0} ends. */
    static long refreshToken(CharSequence text, int one) {
        if (Chars.at(text, one + 1) != '/' || Chars.at(text, one + 2) != '/' || Chars.at(text, one + 3) != '0') {
            return Range.NONE;
        }
        int end = one + 3;
        while (end < text.length() && Vendor.Alphabet.URL.has(text.charAt(end))) {
            end++;
        }
        return end - one > 23 ? Range.of(one, end) : Range.NONE;
    }

    private static int authorityEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && isUserInfo(text.charAt(i)) && !isPathStart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isPathStart(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    private static int lastAt(CharSequence text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == '@') {
                return i;
            }
        }
        return -1;
    }

    /** A colon that no port follows: what ends the authority is a part of the password. */
    private static boolean hasPasswordWithSlash(CharSequence text, int from, int to) {
        int colon = to - 1;
        while (colon > from && text.charAt(colon) != ':') {
            colon--;
        }
        if (colon <= from || !isPathStart(Chars.at(text, to))) {
            return false;
        }
        for (int i = colon + 1; i < to; i++) {
            if (!Chars.isDigit(text.charAt(i)) && text.charAt(i) != ']') {
                return text.charAt(from) != '[';
            }
        }
        return false;
    }

    private static int nextAt(CharSequence text, int from) {
        for (int i = from; i < text.length() && i < from + MAX_LOOK && isUserInfo(text.charAt(i)); i++) {
            if (text.charAt(i) == '@') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isUserInfo(char c) {
        return c > ' ' && !Chars.isQuote(c) && c != '<' && c != '>' && c != '\\' && c != '|' && c != '\u3000';
    }

    private static boolean isPath(char c) {
        return Vendor.Alphabet.DOTTED.has(c) || c == '/' || c == '%' || c == '@' || c == '~';
    }

    private static boolean isToken(CharSequence text, int from, int to) {
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digit |= Chars.isDigit(c);
            if (!Vendor.Alphabet.URL.has(c)) {
                return false;
            }
        }
        return digit && to - from >= TOKEN;
    }

    private static boolean isHostAndPort(CharSequence text, int from) {
        int i = from;
        while (Vendor.Alphabet.DOTTED.has(Chars.at(text, i)) && i - from < MAX_LOOK) {
            i++;
        }
        return i > from + 1 && Chars.at(text, i) == ':' && Chars.isDigit(Chars.at(text, i + 1));
    }
}
