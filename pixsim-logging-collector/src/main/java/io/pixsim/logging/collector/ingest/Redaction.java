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

    Redaction(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A copy of a map without its secrets. */
    Map<String, @Nullable Object> redact(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> visible = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            boolean hidden = value != null && (hides(key, value) || redactor.hidesInPair(key, members));
            visible.put(redactor.text(key), hidden ? redactor.mask(value) : value(value, false));
        });
        return visible;
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
            return redactor.text(text);
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

    private List<@Nullable Object> list(List<@Nullable Object> elements, boolean inList) {
        List<@Nullable Object> visible = new ArrayList<>();
        boolean pair = inList && elements.size() == 2;
        Object before = null;
        for (Object element : elements) {
            boolean hidden = before instanceof String && redactor.hidesNext(before, element, pair);
            visible.add(hidden ? redactor.mask(element) : value(element, true));
            before = element;
        }
        return visible;
    }

    /** A card number that was written as 4111111111111111.0 is one all the same. */
    private static boolean isCard(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                && number.scale() < 20
                && Redactor.isCard(number.longValue())
                && number.compareTo(BigDecimal.valueOf(number.longValue())) == 0;
    }
}
