package io.pixsim.logging.redact;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What of maps and lists is no secret although its key is a sensitive one, and what is one although it has no key. */
final class Members {

    private static final Words TYPES = Words.of("string integer number boolean object array null");
    private static final Words OF_SCHEMA = Words.of("""
            type minlength maxlength pattern format description title properties items required writeonly readonly \
            nullable minimum maximum additionalproperties minitems maxitems uniqueitems""");
    private static final Words IDS = Words.of("id sid key value token data cookie hash uid nonce");
    private static final int LONG = 16;
    private static final int SHORTEST = 8;
    private static final int FEW = 2;

    private Members() {}

    /** Whether a value under a sensitive key holds nothing: a flag, an empty text, list or map. */
    static boolean isNothing(Object value) {
        return value instanceof Boolean
                || (value instanceof CharSequence text && text.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value.getClass().isArray() && Array.getLength(value) == 0);
    }

    /** Settings of a session, such as its timeout: no id, and nothing that looks like one. */
    static boolean isSection(Object value) {
        return value instanceof Map<?, ?> map && map.entrySet().stream().noneMatch(Members::identifies);
    }

    private static boolean identifies(Map.Entry<?, ?> member) {
        return member.getKey() instanceof String name
                && ((IDS.has(name, 0, name.length()) && !isSettings(member.getValue()))
                        || (member.getValue() instanceof String text
                                && text.length() >= LONG
                                && isToken(text)
                                && Judge.hasDigit(text, 0, text.length())));
    }

    /** A JSON schema describes a secret and has none, as long as it gives no default or example. */
    private static boolean isSchema(Object value) {
        return value instanceof Map<?, ?> map
                && map.get("type") instanceof String type
                && TYPES.has(type, 0, type.length())
                && map.keySet().stream()
                        .allMatch(key -> key instanceof String name && OF_SCHEMA.has(name, 0, name.length()));
    }

    /** Whether a map tells of a secret and has none. */
    static boolean describes(Object value) {
        return isSchema(value) || isSettings(value);
    }

    /** What is set for secrets, and none: names that say so, and no value that looks like one. */
    private static boolean isSettings(Object value) {
        return value instanceof Map<?, ?> map && map.entrySet().stream().allMatch(Members::isSetting);
    }

    private static boolean isSetting(Map.Entry<?, ?> member) {
        Object value = member.getValue();
        return member.getKey() instanceof String name
                && Descriptions.isSetting(name, 0, name.length())
                && !(value instanceof Map<?, ?>)
                && !(value instanceof Collection<?>)
                && !(value instanceof CharSequence text && Judge.looksRandom(text, 0, text.length()));
    }

    /** Whether a map holds numbers and no more: how many there are of each kind. */
    static boolean isCounts(Object value) {
        return value instanceof Map<?, ?> map
                && map.values().stream().allMatch(each -> each instanceof Number || (each != null && isCounts(each)));
    }

    /** Whether a list of a plural's values holds any that looks like a secret. */
    static boolean isRandomList(Object value) {
        return !(value instanceof Collection<?> list)
                || list.stream()
                        .anyMatch(element -> !(element instanceof Number)
                                && (!(element instanceof CharSequence text)
                                        || Judge.looksRandom(text, 0, text.length())));
    }

    /** Whether an element of a list may name the value behind it: one word, such as a header's name. */
    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Vendor.Alphabet.DOTTED.has(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether an element of a list is what the name before it hides, and not another name. */
    static boolean isValue(@Nullable Object element) {
        if (!(element instanceof String text)) {
            return false;
        }
        int blank = text.indexOf(' ');
        return (blank > 0 && Schemes.isScheme(text, 0, blank)) || isToken(text);
    }

    private static boolean isToken(String text) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Vendor.Alphabet.URL.has(c) && "+=!#$%&*?~^".indexOf(c) < 0) {
                return false;
            }
            digits += Chars.isDigit(c) ? 1 : 0;
            letters += Chars.isLetter(c) ? 1 : 0;
        }
        return text.length() >= SHORTEST
                && letters > 0
                && (digits >= FEW || (letters >= LONG && Judge.looksRandom(text, 0, text.length())));
    }
}
