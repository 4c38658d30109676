package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context is written as if it were the first, however much of it an encoder knows from those before. */
class ChangedContextTest {

    private static final List<String> NAMES = List.of(
            "job_id",
            "artifact_id",
            "request_id",
            "stage",
            "service",
            "env",
            "trace_id",
            "traceId",
            "tenant",
            "api_key",
            "password",
            "extra",
            "level",
            "duration_ms",
            "naïve\0name");
    private static final List<String> TEXTS = List.of(
            "1",
            "2",
            "48213077",
            "007",
            "text",
            "other text",
            " ",
            "",
            "a\0b",
            "\"quoted\"",
            "視頻",
            "\ud800",
            "password=hunter2",
            "ghp_0123456789abcdefghij0123456789abcdef",
            "long ".repeat(100));

    private final JsonLines lines =
            new JsonLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, Dialect.PIXSIM_BATCH);

    @Test
    void anExchangedEntryIsWrittenInItsPlace() {
        Map<String, String> context = new HashMap<>(Map.of("job_id", "1", "request_id", "req_1", "tenant", "acme"));
        String first = encode(seen(context));
        encode(TestEvent.saying("x").inAll(seen(context)));

        context.put("request_id", "req_2");

        assertThat(encode(seen(context))).isEqualTo(first.replace("req_1", "req_2"));
    }

    @Test
    void anEventsOwnFieldReplacesAnExchangedEntry() {
        Map<String, String> context = new HashMap<>(Map.of("job_id", "1", "request_id", "req_1"));
        Map<String, String> before = seen(context);
        encode(before);
        encode(before);
        context.put("request_id", "req_2");

        String line = encode(TestEvent.saying("x").inAll(seen(context)).with("request_id", "own"));

        assertThat(line).contains("\"request_id\":\"own\"").doesNotContain("req_2");
    }

    @Test
    void nothingOfAContextThatCouldNotBeReadIsSeenInTheNext() {
        Map<String, String> context = new HashMap<>(Map.of("job_id", "1", "request_id", "req_1"));
        Map<String, String> before = seen(context);
        encode(before);
        String whole = encode(before);

        assertThatThrownBy(() -> encode(new HashMap<>(Map.of("job_id", "2", "request_id", "left over")) {
                    @Override
                    public void forEach(BiConsumer<? super String, ? super String> action) {
                        super.forEach(action);
                        throw new ConcurrentModificationException();
                    }
                }))
                .isInstanceOf(ConcurrentModificationException.class);

        assertThat(encode(seen(context))).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20251113, 77_777_777})
    void anyContextIsWrittenAsAnEncoderWritesItThatKnowsNone(long seed) {
        Random random = new Random(seed);
        Map<String, String> context = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            change(context, random);
            Map<String, String> view = random.nextBoolean() ? seen(context) : context;
            for (int again = random.nextInt(3); again >= 0; again--) {
                TestEvent event = TestEvent.saying("x").inAll(view);
                if (random.nextInt(3) == 0) {
                    event.with(one(NAMES, random), one(TEXTS, random));
                }

                assertThat(parsed(encode(event)))
                        .as("seed %d, context %d: %s", seed, i, context)
                        .isEqualTo(parsed(event.line(Limits.DEFAULT, Dialect.PIXSIM_BATCH)));
            }
        }
    }

    private static void change(Map<String, String> context, Random random) {
        if (random.nextInt(20) == 0) {
            context.clear();
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            String name = one(NAMES, random);
            if (random.nextInt(10) == 0) {
                context.remove(name);
            } else {
                context.put(name, random.nextInt(15) == 0 ? null : one(TEXTS, random));
            }
        }
    }

    private static String one(List<String> texts, Random random) {
        String text = texts.get(random.nextInt(texts.size()));
        return random.nextBoolean() ? text : String.valueOf(text.toCharArray());
    }

    /** As Logback hands out a context: a view of a copy that nobody writes to. */
    private static Map<String, String> seen(Map<String, String> context) {
        return Collections.unmodifiableMap(new HashMap<>(context));
    }

    /** What could not be written is named in the order in which it was found. */
    private static Map<String, Object> parsed(String line) {
        Map<String, Object> json = new HashMap<>(TestEvent.parse(line));
        json.computeIfPresent("_repaired", (name, names) -> new HashSet<>((List<?>) names));
        return json;
    }

    private String encode(Map<String, String> context) {
        return encode(TestEvent.saying("x").inAll(context));
    }

    private String encode(TestEvent event) {
        return new String(lines.encode(event), StandardCharsets.UTF_8);
    }
}
