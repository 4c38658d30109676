package io.pixsim.logging.encode;

import java.util.function.IntPredicate;

/** Escapes text for a console: nothing in it can end the line, move the cursor or hide. */
final class HumanText {

    private HumanText() {}

    /** One word: blanks become underscores, nothing becomes a dash. */
    static String word(String text) {
        return text.isEmpty() ? "-" : escape(text.replace(' ', '_'), HumanText::isWordCharacter);
    }

    /** One word that says the same: blanks become JSON escapes, nothing becomes {@code ""}. */
    static String value(String text) {
        return text.isEmpty() ? "\"\"" : escape(text, HumanText::isWordCharacter);
    }

    /** One line: blanks stay. */
    static String line(String text) {
        return escape(text, c -> c == ' ' || isWordCharacter(c));
    }

    /** Several lines: blanks, tabs and line feeds stay. */
    static String lines(String text) {
        return escape(text, c -> c == ' ' || c == '\t' || c == '\n' || isWordCharacter(c));
    }

    static boolean isWord(String text) {
        return text.codePoints().allMatch(HumanText::isWordCharacter);
    }

    private static boolean isWordCharacter(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String escape(String text, IntPredicate stays) {
        if (text.codePoints().allMatch(stays)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> appendEscaped(escaped, c, stays));
        return escaped.toString();
    }

    private static void appendEscaped(StringBuilder escaped, int c, IntPredicate stays) {
        if (stays.test(c)) {
            escaped.appendCodePoint(c);
        } else if (c == '\n') {
            escaped.append("\\n");
        } else if (c == '\r') {
            escaped.append("\\r");
        } else if (c == '\t') {
            escaped.append("\\t");
        } else {
            for (char unit : Character.toChars(c)) {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
    }
}
