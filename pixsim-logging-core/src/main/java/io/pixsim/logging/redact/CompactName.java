package io.pixsim.logging.redact;

/** A name that a program added: its letters and digits, compared from the end. */
final class CompactName {

    private final String letters;

    CompactName(String name) {
        this.letters = compact(name);
    }

    /** The letters and digits of a name, in lower case. */
    static String compact(CharSequence name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(fold(c));
            }
        }
        return letters.toString();
    }

    /** Whether a range ends in the name, or in its plural, or in it and a number. */
    boolean isEndOf(CharSequence text, int from, int to) {
        if (endsIn(text, from, to)) {
            return true;
        }
        int end = to;
        while (end > from && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        if (end < to && endsIn(text, from, end)) {
            return true;
        }
        char last = end > from ? text.charAt(end - 1) : 0;
        return (last == 's' || last == 'S') && endsIn(text, from, end - 1);
    }

    private boolean endsIn(CharSequence text, int from, int to) {
        int left = letters.length();
        for (int i = to - 1; i >= from && left > 0; i--) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) && fold(c) != letters.charAt(--left)) {
                return false;
            }
        }
        return left == 0 && !letters.isEmpty();
    }

    /** Both ways, so that the letters that have two forms in one case are one. */
    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
