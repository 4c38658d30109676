package io.pixsim.logging.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.TextField;
import io.pixsim.logging.context.LogContext.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

/** Random scopes against a model of the MDC; the seed of a failure is the name of the failed case. */
class LogContextPropertyTest {

    private static final List<TextField> FIELDS = List.of(
            Field.text("a", ""), Field.text("b", ""), Field.text("c", ""), Field.text("d", ""), Field.text("e", ""));
    private static final int MAX_DEPTH = 6;

    @BeforeEach
    @AfterEach
    void clear() {
        MDC.clear();
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 200), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nestedScopesShowTheirValuesAndPutBackWhatTheyShadowed(long seed) {
        Random random = new Random(seed);
        Map<String, String> model = new HashMap<>();
        putPlain(random, model);

        tree(random, model, 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scopesClosedInAnyOrderLeaveTheMdcAsItWas(long seed) {
        Random random = new Random(seed);
        putPlain(random, new HashMap<>());
        Map<String, String> before = mdc();
        List<Scope> open = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            open.add(LogContext.with(values(random)));
        }
        Collections.shuffle(open, random);

        open.forEach(Scope::close);

        assertThat(mdc()).isEqualTo(before);
    }

    private static void tree(Random random, Map<String, String> model, int depth) {
        Map<String, String> before = Map.copyOf(model);
        FieldValue[] values = values(random);
        try (Scope scope = LogContext.with(values)) {
            for (FieldValue value : values) {
                bind(model, value.field().name(), (String) value.value());
            }
            assertThat(mdc()).isEqualTo(model);
            for (int i = random.nextInt(4); i > 0 && depth < MAX_DEPTH; i--) {
                child(random, model, depth + 1);
            }
        }
        for (FieldValue value : values) {
            String name = value.field().name();
            bind(model, name, before.get(name));
        }
        assertThat(mdc()).isEqualTo(model);
    }

    private static void child(Random random, Map<String, String> model, int depth) {
        if (random.nextInt(4) == 0) {
            putPlain(random, model);
        } else {
            tree(random, model, depth);
        }
    }

    private static FieldValue[] values(Random random) {
        FieldValue[] values = new FieldValue[random.nextInt(4)];
        for (int i = 0; i < values.length; i++) {
            values[i] = anyField(random).of(random.nextInt(4) == 0 ? null : anyText(random));
        }
        return values;
    }

    private static void putPlain(Random random, Map<String, String> model) {
        String name = anyField(random).name();
        String text = anyText(random);
        MDC.put(name, text);
        model.put(name, text);
    }

    private static TextField anyField(Random random) {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private static String anyText(Random random) {
        return "v" + random.nextInt(1_000);
    }

    private static void bind(Map<String, String> model, String name, String text) {
        if (text == null) {
            model.remove(name);
            return;
        }
        model.put(name, text);
    }

    private static Map<String, String> mdc() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }
}
