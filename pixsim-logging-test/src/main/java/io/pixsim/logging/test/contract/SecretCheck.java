package io.pixsim.logging.test.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** Whether events show what the built-in rules hide: they are written once more, by an encoder that knows no exception. */
public final class SecretCheck {

    private static final String EVENT = "captured";
    private static final String MARK = Redactor.MASK.substring(0, Redactor.MASK.length() / 2);

    private final JsonLinesEncoder encoder = new JsonLinesEncoder();
    private final LoggerContext logback = new LoggerContext();

    /** A check by the standard policy. */
    public SecretCheck() {
        encoder.setContext(logback);
        encoder.start();
    }

    /**
     * Where an event shows a secret.
     *
     * @param event the event, read from its line
     * @return the paths of values that would be hidden; none of their values
     */
    public List<String> shown(Map<String, ? extends @Nullable Object> event) {
        List<String> paths = new ArrayList<>();
        compare("", event, again(event), paths);
        return paths;
    }

    private @Nullable Object again(Map<String, ? extends @Nullable Object> event) {
        LoggingEvent copy = new LoggingEvent();
        copy.setLoggerContext(logback);
        copy.setLoggerName("secrets");
        copy.setLevel(Level.INFO);
        copy.setMessage("");
        copy.setThreadName("");
        copy.setMDCPropertyMap(Map.of());
        copy.addKeyValuePair(new KeyValuePair(EVENT, event));
        try {
            return JsonReader.readObject(encoder.encode(copy)).get(EVENT);
        } catch (IOException e) {
            throw new IllegalStateException("the encoder wrote a line that is not a JSON object", e);
        }
    }

    private static void compare(String path, @Nullable Object before, @Nullable Object after, List<String> paths) {
        if (before instanceof Map<?, ?> map && after instanceof Map<?, ?> rewritten) {
            if (masks(rewritten.keySet().toString()) > masks(map.keySet().toString())) {
                paths.add(path + " (a name)");
            }
            map.forEach((name, value) -> compare(
                    path.isEmpty() ? String.valueOf(name) : path + "." + name, value, rewritten.get(name), paths));
        } else if (before instanceof List<?> list && after instanceof List<?> rewritten) {
            for (int i = 0; i < Math.min(list.size(), rewritten.size()); i++) {
                compare(path + "[" + i + "]", list.get(i), rewritten.get(i), paths);
            }
        } else if (after instanceof String text && masks(text) > masks(String.valueOf(before))) {
            paths.add(path);
        }
    }

    private static int masks(String text) {
        int count = 0;
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length())) {
            count++;
        }
        return count;
    }
}
