package io.pixsim.logging.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of the events before makes no difference to the next one. */
class RedactionTest {

    private static final int EVENTS = 20_000;
    private static final int DEEPEST = 4;
    private static final List<String> KEYS = List.of(
            "msg",
            "name",
            "value",
            "password",
            "tokens",
            "auth",
            "stage",
            "header",
            "data",
            "password=hunter2hunter2",
            "api_key");
    private static final List<String> TEXTS = List.of(
            "provider:submit",
            "Authorization",
            "--password",
            "worker",
            "password=hunter2hunter2",
            "Bearer abcdefghijklmnop0123456789",
            "4111111111111111",
            "a text that is longer than what is remembered of texts: password=hunter2hunter2",
            "a text that is longer than what is remembered of texts, and clean",
            "");

    private final Random random = new Random(31);

    @Test
    void anEventIsRedactedAsIfNoneHadComeBefore() {
        Redactor redactor = new Redactor(RedactionPolicy.standard());
        Redaction experienced = new Redaction(redactor);
        int changed = 0;
        for (int i = 0; i < EVENTS; i++) {
            Map<String, @Nullable Object> event = map(0);
            String sent = event.toString();
            String expected = new Redaction(redactor).redact(copy(event)).toString();

            String visible = experienced.redact(event).toString();

            assertThat(visible).isEqualTo(expected).doesNotContain("hunter2");
            changed += visible.equals(sent) ? 0 : 1;
        }
        assertThat(changed).isBetween(EVENTS / 10, EVENTS - EVENTS / 10);
    }

    @Test
    void whatHoldsNoSecretIsGivenBackAsItIs() {
        Redaction redaction = new Redaction(new Redactor(RedactionPolicy.standard()));
        Map<String, @Nullable Object> event = new LinkedHashMap<>(Map.of("msg", "worker", "more", List.of("a", 7L)));

        assertThat(redaction.redact(event)).isSameAs(event);
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            map.put(one(KEYS), value(depth + 1));
        }
        return map;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
            case 0 -> 4111111111111111L;
            case 1 -> random.nextBoolean() ? null : (Object) 7L;
            case 6 -> map(depth);
            case 7 -> list(depth);
            default -> new String(one(TEXTS).toCharArray());
        };
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, copyOf(value)));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map) {
            return copy((Map<String, @Nullable Object>) value);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copyOf(element)));
            return copy;
        }
        return value;
    }

    private String one(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
