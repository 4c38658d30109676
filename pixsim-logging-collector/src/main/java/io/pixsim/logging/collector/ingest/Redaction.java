package io.pixsim.logging.collector.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/** What of an event may be stored: not every client has a redactor, and none is trusted to have a good one. */
final class Redaction {

    private final Redactor redactor;
    private final FamiliarTexts plainKeys = new FamiliarTexts();
    private final FamiliarTexts clean = new FamiliarTexts();

    Redaction(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A map without its secrets: the same where it holds none, as nearly all do, else a copy. */
    Map<String, @Nullable Object> redact(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> visible = null;
        int unchanged = 0;
        for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
            String key = member.getKey();
            Object value = member.getValue();
            boolean plain = isPlain(key);
            String visibleKey = plain ? key : redactor.text(key);
            Object visibleValue = !plain && hides(key, value, members) ? redactor.mask(value) : value(value, false);
            if (visible == null && !(isSame(visibleValue, value) && visibleKey.equals(key))) {
                visible = first(members, unchanged);
            }
            if (visible != null) {
                visible.put(visibleKey, visibleValue);
                continue;
            }
            if (visibleValue != value) {
                member.setValue(visibleValue); // a familiar text, which others compare at once
            }
            unchanged++;
        }
        return visible == null ? members : visible;
    }

    private static boolean isSame(@Nullable Object visible, @Nullable Object value) {
        return visible == value || (value instanceof String && value.equals(visible));
    }

    private static Map<String, @Nullable Object> first(Map<String, @Nullable Object> members, int count) {
        Map<String, @Nullable Object> first = new LinkedHashMap<>();
        members.entrySet().stream().limit(count).forEach(member -> first.put(member.getKey(), member.getValue()));
        return first;
    }

    /** Whether a key says nothing of its value. */
    private boolean isPlain(String key) {
        if (plainKeys.find(key) != null) {
            return true;
        }
        boolean plain = !redactor.isSensitive(key)
                && !redactor.dependsOnValue(key)
                && !redactor.dependsOnPair(key)
                && redactor.text(key).equals(key);
        if (plain) {
            plainKeys.add(key);
        }
        return plain;
    }

    private boolean hides(String key, @Nullable Object value, Map<String, @Nullable Object> members) {
        return value != null && (hides(key, value) || redactor.hidesInPair(key, members));
    }

    private boolean hides(String key, Object value) {
        if (redactor.isSensitive(key)) {
            return !redactor.isOpen(key, value);
        }
        return redactor.dependsOnValue(key) && redactor.hides(key, value);
    }

    @SuppressWarnings("unchecked") // the parser makes no other maps and lists
    private @Nullable Object value(@Nullable Object value, boolean inList) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Long number) {
            return Redactor.isCard(number) ? redactor.mask(number) : number;
        }
        if (value instanceof BigDecimal number) {
            return isCard(number) ? redactor.mask(number) : number;
        }
        if (value instanceof Map) {
            return redact((Map<String, @Nullable Object>) value);
        }
        return value instanceof List<?> list ? list((List<@Nullable Object>) list, inList) : value;
    }

    /** A text without its secrets; the same one each time for a text that is familiar. */
    private String text(String text) {
        String known = clean.find(text);
        if (known != null) {
            return known;
        }
        String visible = redactor.text(text);
        if (visible.equals(text)) {
            clean.add(text);
        }
        return visible;
    }

    /** As with maps. */
    private List<@Nullable Object> list(List<@Nullable Object> elements, boolean inList) {
        List<@Nullable Object> visible = new ArrayList<>(elements.size());
        boolean pair = inList && elements.size() == 2;
        boolean changed = false;
        Object before = null;
        for (Object element : elements) {
            boolean hidden = before instanceof String && redactor.hidesNext(before, element, pair);
            Object shown = hidden ? redactor.mask(element) : value(element, true);
            changed |= !isSame(shown, element);
            visible.add(shown);
            before = element;
        }
        return changed ? visible : elements;
    }

    /** A card number that was written as 4111111111111111.0 is one all the same. */
    private static boolean isCard(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                && number.scale() < 20
                && Redactor.isCard(number.longValue())
                && number.compareTo(BigDecimal.valueOf(number.longValue())) == 0;
    }
}
