package io.pixsim.logging.encode;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Fields;

/** The names of one line that are not the catalog's: words, none of them twice, none that passes for the catalog's. */
final class HumanNames {

    private static final int MAX_LENGTH = 64;
    private static final Pattern READ = Pattern.compile("[a-z_]{2,20}");

    private final Set<String> used = new HashSet<>();

    /** What a field of that name is called on the line. */
    String add(String name) {
        String free = word(name);
        while (isTaken(free)) {
            free += "_";
        }
        used.add(free);
        return free;
    }

    /** Whether text that looks like a pair of that name would pass for a field. */
    boolean isTaken(String name) {
        return Fields.find(name) != null || used.contains(name);
    }

    /** Whether the reader takes a word for a key. */
    static boolean isRead(String name) {
        return READ.matcher(name).matches();
    }

    /** Letters, digits and underscores: at any other character the reader would begin a key anew. */
    private static String word(String name) {
        StringBuilder word = new StringBuilder();
        HumanText.cut(name, MAX_LENGTH)
                .codePoints()
                .map(c -> Character.isLetterOrDigit(c) && HumanText.isPlain(c) ? c : '_')
                .forEach(word::appendCodePoint);
        return word.isEmpty() ? "_" : word.toString();
    }
}
