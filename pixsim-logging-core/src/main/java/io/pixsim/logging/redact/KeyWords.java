package io.pixsim.logging.redact;

/** Cuts a key into its words: at separators, and where the case changes as in {@code providerApiKey} or {@code APIKey}. */
final class KeyWords {

    private KeyWords() {}

    /** The start of the last word, with the separators after it, in the first {@code end} characters of a key. */
    static int startOfWordBefore(String key, int end) {
        int i = end - 1;
        while (i > 0 && !Character.isLetterOrDigit(key.charAt(i))) {
            i--;
        }
        while (i > 0 && !isBoundary(key, i)) {
            i--;
        }
        return i;
    }

    /** Letters and digits of a part of a key, in lower case. */
    static String compact(String key, int start, int end) {
        StringBuilder letters = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = key.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    private static boolean isBoundary(String key, int i) {
        char before = key.charAt(i - 1);
        char at = key.charAt(i);
        if (!Character.isLetterOrDigit(before)) {
            return true;
        }
        if (!Character.isUpperCase(at)) {
            return false;
        }
        boolean startsWordAfterCapitals = i + 1 < key.length() && Character.isLowerCase(key.charAt(i + 1));
        return Character.isLowerCase(before) || Character.isDigit(before) || startsWordAfterCapitals;
    }
}
