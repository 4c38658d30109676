package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What was bound when a context was encoded, in the order of its map. A map that is a copy of another has the same order,
 * so two contexts are compared entry by entry, and mostly by identity. A text is held only as far as it stands in the
 * bytes as it is. Immutable.
 */
final class ContextEntries {

    static final ContextEntries NONE = new ContextEntries(List.of(), Set.of());

    private final String[] names;
    private final @Nullable String[] texts;
    private final int[] places;

    private ContextEntries(List<Entry> entries, Set<Integer> shared) {
        names = entries.stream().map(Entry::name).toArray(String[]::new);
        texts = entries.stream().map(Entry::text).toArray(String[]::new);
        places = entries.stream()
                .mapToInt(entry -> shared.contains(entry.place) ? -1 : entry.place)
                .toArray();
    }

    /** The entries of a context that was just encoded. */
    static ContextEntries of(Map<String, @Nullable String> context, KeyTable keys, String json, List<String> repaired) {
        List<Entry> entries = new ArrayList<>();
        Set<Integer> places = new HashSet<>();
        Set<Integer> shared = new HashSet<>();
        for (Map.Entry<String, @Nullable String> bound : context.entrySet()) {
            String name = bound.getKey();
            if (name == null) {
                return NONE;
            }
            Key key = keys.key(name);
            int place = canChange(key, bound.getValue(), repaired) ? key.position() : -1;
            if (place >= 0 && !places.add(place)) {
                shared.add(place);
            }
            entries.add(new Entry(name, written(key, bound.getValue(), json), place));
        }
        return new ContextEntries(entries, shared);
    }

    /** Not to be changed. */
    String[] names() {
        return names;
    }

    /** What was bound, where it stands in the bytes as it is; else null. Not to be changed. */
    @Nullable
    String[] texts() {
        return texts;
    }

    /** The catalog's place of an entry that may be exchanged by itself; -1 when other fields may depend on it. */
    int place(int index) {
        return places[index];
    }

    private static boolean canChange(Key key, @Nullable String text, List<String> repaired) {
        return text != null
                && key.position() >= 0
                && !key.isReserved()
                && !key.isRequired()
                && !key.isRepaired()
                && !repaired.contains(key.name());
    }

    /** The text, when it stands in the bytes as it is. */
    private static @Nullable String written(Key key, @Nullable String text, String json) {
        String member = new String(key.textMember(), StandardCharsets.UTF_8) + text + '"';
        return text != null && json.contains(member) ? text : null;
    }

    private record Entry(String name, @Nullable String text, int place) {}
}
