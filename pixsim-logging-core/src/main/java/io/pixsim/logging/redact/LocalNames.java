package io.pixsim.logging.redact;

/** What keys of passwords, keys and tokens are called in other languages than English, whatever stands before it. */
final class LocalNames {

    /** Their endings are among those that a key of ASCII letters is tried for. */
    static final String ENDINGS = "passwort kennwort wachtwoord contrasena senha passe losenord haslo sifre";

    static final char SPANISH_N = '\u00f1';
    static final char POLISH_L = '\u0142';

    private static final String SPANISH = "contrase\u00f1a";
    private static final String POLISH = "has\u0142o";
    private static final String[] IN_T = {"passwort", "kennwort"};
    private static final String[] IN_D = {"wachtwoord", "l\u00f6senord", "losenord"};
    private static final String[] IN_A = {SPANISH, "contrasena", "senha"};
    private static final String[] IN_E = {"motdepasse", "\u015fifre", "sifre"};
    private static final String[] IN_O = {POLISH, "haslo"};
    private static final String[] NONE = {};
    private static final String[] OTHERS = {
        "\u043f\u0430\u0440\u043e\u043b\u044c",
        "\u5bc6\u7801",
        "\u5bc6\u78bc",
        "\u5bc6\u94a5",
        "\u5bc6\u9470",
        "\u53e3\u4ee4",
        "\u4ee4\u724c",
        "\u30d1\u30b9\u30ef\u30fc\u30c9",
        "\u79d8\u5bc6\u9375",
        "\ube44\ubc00\ubc88\ud638"
    };

    private LocalNames() {}

    /** Whether a range ends as such a name with a letter beyond ASCII does; false for most at the cost of a look. */
    static boolean mayEnd(CharSequence text, int from, int to) {
        char last = text.charAt(to - 1);
        if (last < 128) {
            return (last == 'a' && Chars.at(text, to - 2) == SPANISH_N && endsIn(SPANISH, text, from, to))
                    || (last == 'o' && Chars.at(text, to - 2) == POLISH_L && endsIn(POLISH, text, from, to));
        }
        return endsAnOther(last) && isAny(OTHERS, text, from, to);
    }

    /** Whether a letter is the last one of {@link #OTHERS}, in any case: hardly one word in a text ends so. */
    static boolean endsAnOther(char last) {
        return switch (last) {
            case '\u044c', '\u042c', '\u7801', '\u78bc', '\u94a5', '\u9470' -> true;
            case '\u4ee4', '\u724c', '\u30c9', '\u9375', '\ud638' -> true;
            default -> false;
        };
    }

    /** Whether a key is one, in any case, whatever parts its words. */
    static boolean isName(CharSequence text, int from, int to) {
        if (to == from) {
            return false;
        }
        char last = text.charAt(to - 1);
        String[] names = switch (last | 0x20) {
            case 't' -> IN_T;
            case 'd' -> IN_D;
            case 'a' -> IN_A;
            case 'e' -> IN_E;
            case 'o' -> IN_O;
            default -> NONE;
        };
        return isAny(last < 128 ? names : OTHERS, text, from, to);
    }

    private static boolean isAny(String[] names, CharSequence text, int from, int to) {
        for (String name : names) {
            if (endsIn(name, text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsIn(String name, CharSequence text, int from, int to) {
        int left = name.length();
        for (int i = to - 1; i >= from && left > 0; i--) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                if (i == to - 1) {
                    return false;
                }
                continue;
            }
            if (Character.toLowerCase(c) != name.charAt(--left) && c != name.charAt(left)) {
                return false;
            }
        }
        return left == 0;
    }
}
