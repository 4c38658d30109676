package io.pixsim.logging.redact;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.slf4j.helpers.MessageFormatter;

/** What a redactor lets through of an event, put side by side: an encoder without any encoding. */
final class Written {

    private final Redactor redactor;

    Written(Redactor redactor) {
        this.redactor = redactor;
    }

    String of(Corpus.Event event) {
        String message = MessageFormatter.basicArrayFormat(event.message(), event.arguments());
        String failures = event.failures().stream()
                .map(failure -> failure.get(0) + ": " + redactor.text(failure.get(1)))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                redactor.text(message),
                redactor.text(event.thread()),
                redactor.text(event.logger()),
                value(event.context()),
                value(event.fields()),
                failures);
    }

    private String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> member(String.valueOf(entry.getKey()), entry.getValue(), map))
                    .collect(Collectors.joining(" | "));
        }
        if (value instanceof List<?> list) {
            return elements(list);
        }
        return value instanceof String text ? redactor.text(text) : String.valueOf(value);
    }

    private String elements(List<?> list) {
        StringBuilder text = new StringBuilder();
        Object before = null;
        for (Object element : list) {
            boolean hidden = redactor.hidesNext(before, element);
            text.append(hidden ? redactor.mask(element) : value(element)).append(" | ");
            before = element;
        }
        return text.toString();
    }

    private String member(String key, Object value, Map<?, ?> map) {
        boolean hidden = redactor.hides(key, value) || redactor.hidesInPair(key, map);
        return redactor.text(key) + " -> " + (hidden ? redactor.mask(value) : value(value));
    }
}
