package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.TextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.KeyValuePair;

/** A value under a sensitive key is masked, wherever a program can put a key. */
class KeysEverywhereTest {

    private static final String LEAK = "LEAK";
    private static final TextField PASSWORD = Field.text("password", "");
    private static final Map<String, String> MAP = Map.of("password", LEAK);

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void nothingUnderASensitiveKeyIsWritten(String place, TestEvent event) {
        HumanLines human = new HumanLines(TestEvent.WORKER, TestEvent.REDACTOR, Limits.DEFAULT, ZoneOffset.UTC, false);

        assertThat(event.line()).doesNotContain(LEAK).contains("***redacted***");
        assertThat(event.line(Limits.DEFAULT, Dialect.PIXSIM_BATCH)).doesNotContain(LEAK);
        assertThat(human.encode(event)).doesNotContain(LEAK);
    }

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of("a key given twice", event().with("password", 1).with("password", LEAK)),
                Arguments.of("two arguments", TestEvent.saying("x", PASSWORD.of("a"), PASSWORD.of(LEAK))),
                Arguments.of("extra and its own", event().with("secret", 1).with("extra", Map.of("secret", LEAK))),
                Arguments.of("keys of one text", event().with("m", twice())),
                Arguments.of("pair under another key", event().with("credential", PASSWORD.of(LEAK))),
                Arguments.of("pair in a pair", TestEvent.saying("{}", field("outer", PASSWORD.of(LEAK)))),
                Arguments.of("optional in a message", TestEvent.saying("{}", Optional.of(MAP))),
                Arguments.of("optional in a text field", event().with("error", Optional.of(MAP))),
                Arguments.of("supplier", event().with("v", (Supplier<Object>) () -> MAP)),
                Arguments.of("reference", event().with("v", new AtomicReference<>(MAP))),
                Arguments.of(
                        "list of entries", event().with("v", List.of(new AbstractMap.SimpleEntry<>("password", LEAK)))),
                Arguments.of("list of pairs", event().with("v", List.of(new KeyValuePair("password", LEAK)))),
                Arguments.of("record", event().with("v", new Login("me", LEAK))),
                Arguments.of("record in a message", TestEvent.saying("{}", new Login("me", LEAK))),
                Arguments.of(
                        "record in a list in a map", event().with("v", Map.of("a", List.of(new Login("me", LEAK))))),
                Arguments.of("map as a map's key", event().with("v", Map.of(MAP, 1))),
                Arguments.of("context", event().in("password", LEAK)),
                Arguments.of("array", event().with("v", new Object[] {MAP})));
    }

    private static TestEvent event() {
        return TestEvent.saying("x");
    }

    private static Object field(String name, Object value) {
        return Field.any(name, "").of(value);
    }

    private static Map<Object, Object> twice() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("password", 1);
        map.put(new AtomicReference<>("password"), LEAK);
        return map;
    }

    record Login(String user, String password) {}
}
