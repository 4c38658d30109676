package io.pixsim.logging.tool;

import java.util.HexFormat;

/**
 * A line as it stands in the file, but for characters that control a terminal or hide: these become escapes, which in a
 * line of JSON say the same.
 */
final class RawLine {

    private RawLine() {}

    static String of(String line) {
        if (line.codePoints().allMatch(RawLine::isPlain)) {
            return line;
        }
        StringBuilder safe = new StringBuilder(line.length() + 16);
        line.codePoints().forEach(c -> {
            if (isPlain(c)) {
                safe.appendCodePoint(c);
            } else if (c == '\n') {
                safe.append('\n');
            } else if (c == '\t') {
                safe.append(' ');
            } else {
                for (char unit : Character.toChars(c)) {
                    safe.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
            }
        });
        return safe.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
