package io.pixsim.logging.redact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/** What is decided of a value by the key it stands under, or by its neighbours. Remembers keys; for many threads. */
final class KeyDecisions {

    private static final int MAX_REMEMBERED_KEYS = 4096;
    private static final int MAX_REMEMBERED_LENGTH = 128;
    private static final int MAX_COUNT = 1000;

    private final ToIntFunction<String> rules;
    private final ConcurrentHashMap<String, Integer> remembered = new ConcurrentHashMap<>();

    /** Decisions by what {@link KeyRules} calls the level of a key. */
    KeyDecisions(ToIntFunction<String> rules) {
        this.rules = rules;
    }

    boolean isSensitive(String key) {
        return level(key) >= KeyRules.FIELD;
    }

    boolean dependsOnValue(String key) {
        int level = level(key);
        return level == KeyRules.WEAK || level == KeyRules.PLURAL;
    }

    boolean hides(String key, @Nullable Object value) {
        if (value == null || isOpen(key, value)) {
            return false;
        }
        return switch (level(key)) {
            case KeyRules.NO -> false;
            case KeyRules.WEAK -> value instanceof CharSequence text && Judge.looksRandom(text, 0, text.length());
            case KeyRules.PLURAL ->
                !(value instanceof Number) && !Members.isCounts(value) && Members.isRandomList(value);
            default -> true;
        };
    }

    boolean isOpen(String key, Object value) {
        return Members.isNothing(value)
                || Members.describes(value)
                || (value instanceof Number number && isCount(key, number))
                || (value instanceof CharSequence text && isStandIn(key, text))
                || (level(key) == KeyRules.FIELD && Members.isSection(value));
    }

    /** How many there are of what a key in the plural names. */
    private static boolean isCount(String key, Number number) {
        return key.endsWith("s")
                && !key.endsWith("ss")
                && number.doubleValue() >= 0
                && number.doubleValue() < MAX_COUNT;
    }

    private static boolean isStandIn(String key, CharSequence value) {
        return WholeStandIns.is(value) || StandIns.isFolder(value, 0, key, 0, key.length());
    }

    boolean dependsOnPair(String key) {
        return Pairs.isValue(key) || Jwks.isPart(key, 0, key.length());
    }

    boolean hidesInPair(String key, Map<?, ?> map) {
        return map.size() > 1 && (Jwks.hides(key, map) || (Pairs.isValue(key) && isNamedSensitive(map, map.get(key))));
    }

    boolean hidesNext(@Nullable Object before, @Nullable Object element, boolean pair) {
        if (!(before instanceof String name) || !Members.isName(name) || !isSensitive(name)) {
            return false;
        }
        boolean option = name.startsWith("-") && element instanceof String value && !value.startsWith("-");
        return option || (pair ? hides(name, element) : Members.isValue(element));
    }

    int remembered() {
        return remembered.size();
    }

    private boolean isNamedSensitive(Map<?, ?> map, @Nullable Object value) {
        return map.entrySet().stream()
                .anyMatch(entry -> Pairs.isName(entry.getKey())
                        && entry.getValue() instanceof String name
                        && isSensitive(name)
                        && hides(name, value));
    }

    private int level(String key) {
        Integer known = remembered.get(key);
        if (known != null) {
            return known;
        }
        int level = rules.applyAsInt(key);
        if (key.length() <= MAX_REMEMBERED_LENGTH && remembered.size() < MAX_REMEMBERED_KEYS) {
            remembered.put(key, level);
        }
        return level;
    }
}
