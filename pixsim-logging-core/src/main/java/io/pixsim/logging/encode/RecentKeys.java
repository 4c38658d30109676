package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/**
 * The keys of the last event by the order in which it named them: most events name what the one before named, with the same
 * literals. For one thread.
 */
final class RecentKeys {

    private static final int PLACES = 16;
    private static final int LONGEST = 128;

    private final KeyTable keys;
    private final @Nullable String[] names = new String[PLACES];
    private final Key[] known = new Key[PLACES];
    private int asked;

    RecentKeys(KeyTable keys) {
        this.keys = keys;
    }

    /** Begins with another event. */
    void begin() {
        asked = 0;
    }

    @SuppressWarnings("ReferenceEquality") // another string of the same characters is looked up
    Key key(@Nullable String name) {
        int place = asked++ & (PLACES - 1);
        return names[place] == name && name != null ? known[place] : find(name, place);
    }

    private Key find(@Nullable String name, int place) {
        Key key = keys.key(name);
        if (name != null && name.length() <= LONGEST) {
            names[place] = name;
            known[place] = key;
        }
        return key;
    }
}
