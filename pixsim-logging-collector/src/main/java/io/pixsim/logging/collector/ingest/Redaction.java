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
            Object value = familiar(member);
            boolean plain = isPlain(key);
            String visibleKey = plain ? key : redactor.text(key);
            Object visibleValue = !plain && hides(key, value, members) ? redactor.mask(value) : value(value, false);
            if (visible == null && (visibleValue != value || !visibleKey.equals(key))) {
                visible = first(members, unchanged);
            }
            if (visible == null) {
                unchanged++;
            } else {
                visible.put(visibleKey, visibleValue);
            }
        }
        return visible == null ? members : visible;
    }

    /** The value of a member: where it is a text that is known, that one, which others compare at once. */
    private @Nullable Object familiar(Map.Entry<String, @Nullable Object> member) {
        Object value = member.getValue();
        String known = value instanceof String text ? clean.find(text) : null;
        if (known == null) {
            return value;
        }
        member.setValue(known);
        return known;
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

    private String text(String text) {
        if (clean.find(text) != null) {
            return text;
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
            changed |= shown != element;
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
