package io.pixsim.logging.collector.ingest.body;

/**
 * Halves of characters as JSON spells them, {@code \\ud800} without its other half. It is JSON, and Python writes it for names of
 * files that are not UTF-8; parsers take it in values, but not in names.
 */
public final class HalfCharacters {

    private static final String REPLACEMENT = "fffd";
    private static final int HEX = 16;
    private static final int PREFIX = 2;
    private static final int ESCAPE = PREFIX + 4;

    private HalfCharacters() {}

    /**
     * Puts U+FFFD in the place of each, which is as long.
     *
     * @param json the text as UTF-8, which is changed
     * @param from where to begin
     * @param to where to end
     * @return whether there was any
     */
    public static boolean replace(byte[] json, int from, int to) {
        boolean any = false;
        int at = from;
        while (at < to) {
            if (json[at] != '\\') {
                at++;
                continue;
            }
            int unit = unit(json, at, to);
            if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
                at += PREFIX; // so that no escaped backslash begins an escape
            } else if (unit <= Character.MAX_HIGH_SURROGATE && isSecondHalf(unit(json, at + ESCAPE, to))) {
                at += 2 * ESCAPE;
            } else {
                for (int i = PREFIX; i < ESCAPE; i++) {
                    json[at + i] = (byte) REPLACEMENT.charAt(i - PREFIX);
                }
                any = true;
                at += ESCAPE;
            }
        }
        return any;
    }

    private static boolean isSecondHalf(int unit) {
        return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
    }

    /** What an escape stands for, or less than 0 where there is none of this kind. */
    private static int unit(byte[] json, int at, int to) {
        if (at + ESCAPE > to || json[at] != '\\' || json[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = PREFIX; i < ESCAPE; i++) {
            int digit = Character.digit(json[at + i], HEX);
            if (digit < 0) {
                return -1;
            }
            unit = unit * HEX + digit;
        }
        return unit;
    }
}
