package io.pixsim.logging.encode;

import java.util.HexFormat;
import java.util.function.Predicate;

/** Escapes text for a console: nothing in it can end the line, move the cursor, hide or pass for another field. */
public final class HumanText {

    /** What stands for a blank in a value, which has to be one word. */
    private static final char MIDDLE_DOT = '·';

    private static final int LONGEST_READ_KEY = 20;

    private HumanText() {}

    /**
     * One word for a column: blanks become underscores, nothing becomes a dash.
     *
     * @param text any text
     * @return the word
     */
    public static String word(String text) {
        return text.isEmpty() ? "-" : escape(text, '_');
    }

    /**
     * One word for a value: blanks become middle dots, nothing becomes {@code ""}.
     *
     * @param text any text
     * @return the word
     */
    public static String value(String text) {
        return text.isEmpty() ? "\"\"" : escape(text, MIDDLE_DOT);
    }

    /**
     * One line: blanks stay, but for those at the ends.
     *
     * @param text any text
     * @return the line
     */
    public static String line(String text) {
        return escape(text, ' ').strip();
    }

    /**
     * Lines of the text's own, each behind a bar, so that none of them begins as an event does.
     *
     * @param text any text
     * @param indent what stands before the bars
     * @return the lines, without a line feed at the end
     */
    public static String block(String text, String indent) {
        return String.join(
                "\n" + indent + "| ",
                text.lines().map(line -> escape(line, ' ')).toList());
    }

    /** Whether text is one word as it is. */
    static boolean isWord(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(c -> c != ' ' && isPlain(c));
    }

    /**
     * The head of a text that is too long, and an ellipsis.
     *
     * @param text any text
     * @param length how many UTF-16 units at the most, ellipsis included
     * @return the text or its head
     */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + '…';
    }

    /**
     * How wide a terminal draws a text.
     *
     * @param text any text
     * @return columns: two for each sign of Chinese, Japanese and Korean and most emoji, none for marks on others
     */
    public static int columns(String text) {
        return Columns.of(text);
    }

    /**
     * The text, where it says {@code job_id=9} with a colon for the equals sign if the key is taken.
     *
     * @param text any text
     * @param isTaken whether a key is
     * @return the text, as long as before
     */
    public static String withoutPairs(String text, Predicate<String> isTaken) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text);
        for (; equals >= 0; equals = text.indexOf('=', equals + 1)) {
            if (isTaken.test(text.substring(keyStart(text, equals), equals))) {
                safe.setCharAt(equals, ':');
            }
        }
        return safe.toString();
    }

    /** Whether a character is seen as it is, and alone. */
    static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> c == ' ';
            default -> !Invisible.contains(c);
        };
    }

    /** Whether a character of a key is one that the reader looks for. */
    static boolean isReadKeyCharacter(int c) {
        return c == '_' || (c >= 'a' && c <= 'z');
    }

    private static int keyStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_READ_KEY && isReadKeyCharacter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static String escape(String text, char blank) {
        if (text.codePoints().allMatch(c -> c == ' ' ? blank == ' ' : isPlain(c))) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> appendEscaped(escaped, c, blank));
        return escaped.toString();
    }

    private static void appendEscaped(StringBuilder escaped, int c, char blank) {
        if (Character.getType(c) == Character.SPACE_SEPARATOR) {
            escaped.append(blank);
        } else if (isPlain(c)) {
            escaped.appendCodePoint(c);
        } else if (c == '\n') {
            escaped.append("\\n");
        } else if (c == '\r') {
            escaped.append("\\r");
        } else if (c == '\t') {
            escaped.append("\\t");
        } else {
            for (char unit : Character.toChars(c)) {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(unit));
            }
        }
    }
}
