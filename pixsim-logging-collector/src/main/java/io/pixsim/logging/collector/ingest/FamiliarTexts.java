package io.pixsim.logging.collector.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Short texts of which something was found out that does not change: most of what events hold was in the ones before. Each has one
 * place, which the next one takes that belongs there. Safe for use by many threads: whatever a place shows is a whole
 * text.
 */
final class FamiliarTexts {

    private static final int PLACES = 1 << 12;
    private static final int LONGEST = 32;

    private final @Nullable String[] places = new String[PLACES];

    /** The text that is remembered and equal to one, whose hash is known already; null when there is none. */
    @Nullable
    String find(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String known = places[place(text)];
        return text.equals(known) ? known : null;
    }

    /** Remembers a text, unless it is long. */
    void add(String text) {
        if (text.length() <= LONGEST) {
            places[place(text)] = text;
        }
    }

    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & (PLACES - 1);
    }
}
