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

    RecentKeys(KeyTable keys) {
        this.keys = keys;
    }

    /** The key of what an event names at a place. */
    Key key(@Nullable String name, int place) {
        return isAt(name, place) ? known[place] : find(name, place);
    }

    /** Whether a name is the one that was asked for last at a place, and not another string of the same characters. */
    @SuppressWarnings("ReferenceEquality")
    boolean isAt(@Nullable String name, int place) {
        return place < PLACES && names[place] == name && name != null;
    }

    private Key find(@Nullable String name, int place) {
        Key key = keys.key(name);
        if (place < PLACES && name != null && name.length() <= LONGEST) {
            names[place] = name;
            known[place] = key;
        }
        return key;
    }
}
