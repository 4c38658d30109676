package io.pixsim.logging.redact;

/** Options of command lines that no sign parts from their values. */
final class CommandLine {

    private static final int MAX_LOOK = 160;
    private static final String[] JOINED = {"mysql", "mariadb", "7z", "sshpass"};
    private static final String[] PARTED = {"docker login", "podman login", "helm registry", "sshpass", "cqlsh"};

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
        char option = Chars.at(text, from + 1);
        boolean userOption =
                option == 'u' || Chars.is(text, from, to, "--user") || Chars.is(text, from, to, "--proxy-user");
        if (userOption && (follows(text, from, "curl") || follows(text, from, "http"))) {
            boolean joined = option == 'u' && to > from + 2;
            int begin = joined ? from + 2 : value(text, to);
            return begin < 0 ? Range.NONE : password(text, begin);
        }
        if (option == 'p' && to > from + 2 && follows(text, from, JOINED)) {
            return Range.of(from + 2, Extent.ofBare(text, from + 2, text.length()));
        }
        boolean parted = (option == 'p' && follows(text, from, PARTED))
                || (option == 'a' && follows(text, from, "redis-cli"))
                || (option == 'P' && follows(text, from, "zip"));
        int begin = parted && to == from + 2 ? value(text, to) : -1;
        return begin < 0 ? Range.NONE : token(text, begin);
    }

    /** The token that begins at a place, without its quotes. */
    static long token(CharSequence text, int from) {
        int quote = Quotes.length(text, from);
        if (quote > 0) {
            return Range.of(from + quote, Quotes.close(text, from, quote));
        }
        return Range.of(from, Extent.ofBare(text, from, text.length()));
    }

    /** Of {@code user:password} the password. */
    private static long password(CharSequence text, int from) {
        long token = token(text, from);
        for (int i = Range.from(token); i < Range.to(token); i++) {
            if (text.charAt(i) == ':') {
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
