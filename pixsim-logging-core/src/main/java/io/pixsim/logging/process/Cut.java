package io.pixsim.logging.process;

/**
 * Cuts a text that is too long. Half a token can't be known for what it is and masked: so the cut is made where a word ends,
 * and a text that is one long word is left out as a whole.
 */
final class Cut {

    private Cut() {}

    /**
     * The beginning of a text.
     *
     * @param text what there is of it
     * @param missing characters that came after it
     */
    static String end(CharSequence text, long missing) {
        int end = text.length();
        while (end > 0 && isOfWord(text.charAt(end - 1))) {
            end--;
        }
        long left = missing + text.length() - end;
        return (text.subSequence(0, end).toString().stripTrailing() + " … " + left + " characters left out").strip();
    }

    static String to(int max, String text) {
        return text.length() <= max ? text : end(text.substring(0, max), text.length() - max);
    }

    private static boolean isOfWord(char c) {
        return !Character.isWhitespace(c) && c != ',' && c != ';' && c != '"' && c != '\'';
    }
}
