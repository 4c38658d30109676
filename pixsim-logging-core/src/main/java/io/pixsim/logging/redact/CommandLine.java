package io.pixsim.logging.redact;

/** Options of command lines that no sign parts from their values. */
final class CommandLine {

    private static final int MAX_LOOK = 160;
    private static final int MAX_LETTERS = 8;
    private static final String[] JOINED = {"mysql", "mariadb", "7z", "sshpass"};
    private static final String[] PARTED = {
        " login ", "helm registry", "sshpass", "cqlsh", "mongo", "cypher-shell", "rabbitmqadmin", "yt-dlp", "youtube-dl"
    };

    private CommandLine() {}

    /** Where the value begins of an option whose name ends at a place; -1 where none follows. */
    static int value(CharSequence text, int to) {
        int quote = Quotes.length(text, to);
        int i = to + quote;
        boolean list = Chars.at(text, i) == ',';
        if (list) {
            i++;
        } else if (quote > 0 || !isGap(Chars.at(text, i))) {
            return -1;
        }
        i = Chars.skipBlanks(text, i, 8);
        char first = Chars.at(text, i + Quotes.length(text, i));
        return first == '-' || first == 0 || first == '|' || first == '&' || first == ',' ? -1 : i;
    }

    /** What is secret of a short option, which only the program before it tells: {@code mysql -psecret}. */
    static long shortOption(CharSequence text, int from, int to) {
        long found = option(text, from, to);
        boolean value = found != Range.NONE
                && Range.from(found) < Range.to(found)
                && !Judge.isPlaceholder(text, Range.from(found), Range.to(found));
        return value ? found : Range.NONE;
    }

    private static long option(CharSequence text, int from, int to) {
        char option = Chars.at(text, from + 1);
        boolean userOption =
                option == 'u' || Chars.is(text, from, to, "--user") || Chars.is(text, from, to, "--proxy-user");
        if (userOption && (follows(text, from, "curl") || follows(text, from, "http"))) {
            boolean joined = option == 'u' && to > from + 2;
            int begin = joined ? from + 2 : value(text, to);
            return begin < 0 ? Range.NONE : password(text, begin);
        }
        if (readsPassword(text, from, to)) {
            return piped(text, from);
        }
        if (isBatch(text, from, to)) {
            return positional(text, from, to);
        }
        boolean joined = option == 'p' && (to > from + 2 || Chars.isQuote(Chars.at(text, to)));
        if (joined && follows(text, from, JOINED)) {
            return token(text, from + 2);
        }
        int begin = to == from + 2 && isParted(text, from, option) ? value(text, to) : -1;
        if (begin < 0) {
            return Range.NONE;
        }
        if (option == 'u') {
            return behind(text, Range.of(begin, Chars.wordEnd(text, begin, MAX_LOOK)), ',');
        }
        long token = token(text, begin);
        if (option == 'U') {
            return behind(text, token, '%');
        }
        boolean other = Judge.isNumber(text, Range.from(token), Range.to(token))
                || StandIns.isOfUsage(text, Range.from(token), Range.to(token), from, to);
        return other ? Range.NONE : token;
    }

    /** Of {@code xfreerdp /p:secret} and of {@code openssl … pass:secret} the secret. */
    static long slashOption(CharSequence text, int from, int colon) {
        boolean known = Chars.is(text, from, colon, "pass")
                ? follows(text, from, "openssl") && text.charAt(from - 1) == ' '
                : colon - from == 1
                        && Chars.at(text, from) == 'p'
                        && Chars.at(text, from - 1) == '/'
                        && follows(text, from, "freerdp", "mstsc");
        return known ? token(text, colon + 1) : Range.NONE;
    }

    private static boolean isParted(CharSequence text, int from, char option) {
        return switch (option) {
            case 'p' -> follows(text, from, PARTED);
            case 'a' -> follows(text, from, "redis-cli");
            case 'P' -> follows(text, from, "zip", "sqlcmd", "bcp ", "mosquitto_", "ipmitool");
            case 'A', 'X' -> follows(text, from, "snmpget", "snmpset", "snmpwalk", "snmpbulk");
            case 'u' -> follows(text, from, "lftp");
            case 'w' -> follows(text, from, "ldapsearch", "ldapmodify", "ldapadd", "ldapwhoami");
            case 'k' -> follows(text, from, "openssl enc");
            case 'N' -> follows(text, from, "ssh-keygen");
            case 'U' -> follows(text, from, "smbclient", "rpcclient");
            default -> false;
        };
    }

    /** The token that begins at a place, without its quotes. */
    static long token(CharSequence text, int from) {
        int quote = Quotes.length(text, from);
        if (quote > 0) {
            return Range.of(from + quote, Quotes.close(text, from, quote));
        }
        return Range.of(from, Extent.ofBare(text, from, text.length()));
    }

    /** As {@link #token(CharSequence, int)}, at most so long. */
    static long token(CharSequence text, int from, int most) {
        int quote = Quotes.length(text, from);
        int limit = Math.min(text.length(), from + most);
        return quote > 0
                ? Range.of(from + quote, Quotes.close(text, from, quote, limit))
                : Range.of(from, Extent.ofBare(text, from, limit));
    }

    /** The last word of {@code htpasswd -bc file user password}; with {@code n} among the letters there is no file. */
    private static long positional(CharSequence text, int from, int to) {
        boolean file = true;
        for (int i = from + 1; i < to; i++) {
            file &= text.charAt(i) != 'n';
        }
        int at = to;
        for (int words = file ? 2 : 1; words >= 0 && Chars.at(text, at) == ' '; words--) {
            int begin = Chars.skipBlanks(text, at, 4);
            int end = Chars.wordEnd(text, begin, MAX_LOOK);
            if (Chars.at(text, begin) == '-') {
                boolean cost = Chars.at(text, begin + 1) == 'C';
                at = cost ? Chars.wordEnd(text, Chars.skipBlanks(text, end, 4), MAX_LOOK) : end;
                words++;
            } else if (words == 0) {
                return token(text, begin, MAX_LOOK);
            } else {
                at = end;
            }
            if (at - to > MAX_LOOK) {
                return Range.NONE;
            }
        }
        return Range.NONE;
    }

    /** Whether a program reads a password from what is piped into it. */
    private static boolean readsPassword(CharSequence text, int from, int to) {
        return Chars.is(text, from, to, "--password-stdin")
                || (to == from + 2 && text.charAt(from + 1) == 'S' && Chars.startsWith(text, from - 5, "sudo "));
    }

    /** What is written into the pipe that an option stands behind: {@code echo secret | …}. */
    private static long piped(CharSequence text, int from) {
        int bar = from;
        while (bar > 0 && from - bar < MAX_LOOK && text.charAt(bar) != '|' && text.charAt(bar) != '\n') {
            bar--;
        }
        int i = bar;
        while (i > 0 && bar - i < MAX_LOOK && !Chars.startsWith(text, i, "echo ")) {
            i--;
        }
        if (Chars.at(text, bar) != '|' || !Chars.startsWith(text, i, "echo ")) {
            return Range.NONE;
        }
        i += "echo ".length();
        while (Chars.at(text, i) == '-') {
            i = Chars.skipBlanks(text, Chars.wordEnd(text, i, MAX_LOOK), 4);
        }
        long token = token(text, i, MAX_LOOK);
        boolean variable = Chars.at(text, Range.from(token)) == '$';
        return variable || Range.to(token) > bar ? Range.NONE : token;
    }

    private static boolean isBatch(CharSequence text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (text.charAt(i) == 'b') {
                return to - from <= MAX_LETTERS && follows(text, from, "htpasswd");
            }
        }
        return false;
    }

    /** Of {@code user:password} the password. */
    private static long password(CharSequence text, int from) {
        return behind(text, token(text, from), ':');
    }

    private static long behind(CharSequence text, long token, char sign) {
        for (int i = Range.from(token); i < Range.to(token); i++) {
            if (text.charAt(i) == sign) {
                return i + 1 < Range.to(token) ? Range.of(i + 1, Range.to(token)) : Range.NONE;
            }
        }
        return Range.NONE;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\\';
    }

    private static boolean follows(CharSequence text, int from, String... programs) {
        for (int i = from - 1; i >= 0 && i > from - MAX_LOOK && text.charAt(i) != '\n'; i--) {
            for (String program : programs) {
                if (Chars.startsWith(text, i, program)) {
                    return true;
                }
            }
        }
        return false;
    }
}
