package io.pixsim.logging.test;

import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CapturedEventTest {

    static Stream<Arguments> sameValues() {
        return Stream.of(
                arguments("1", 1),
                arguments("1", 1L),
                arguments("1", (short) 1),
                arguments("1", 1.0),
                arguments("1.50", 1.5),
                arguments("1.5", 1.5f),
                arguments("1.5", new BigDecimal("1.500")),
                arguments("9223372036854775808", new BigInteger("9223372036854775808")),
                arguments("true", true),
                arguments("null", null),
                arguments("\"text\"", "text"),
                arguments("\"NaN\"", Double.NaN),
                arguments("\"SECONDS\"", TimeUnit.SECONDS),
                arguments("\"http://a/b\"", URI.create("http://a/b")),
                arguments("[1,\"a\",null]", Arrays.asList(1, "a", null)),
                arguments("[1,2]", new Integer[] {1, 2}),
                arguments("[1,2]", new int[] {1, 2}),
                arguments("[1.5]", new double[] {1.5}),
                arguments("[1,2,3]", Set.of(3, 2, 1)),
                arguments("[1,2]", new ArrayDeque<>(List.of(1, 2))),
                arguments("\"abc\"", new char[] {'a', 'b', 'c'}),
                arguments("{\"a\":{\"b\":[1]},\"c\":2}", Map.of("c", 2, "a", Map.of("b", List.of(1)))));
    }

    @ParameterizedTest
    @MethodSource("sameValues")
    void aFieldHasTheValueThatWasLogged(String json, Object value) {
        assertThat(event(json).has("field", value)).isTrue();
    }

    static Stream<Arguments> otherValues() {
        return Stream.of(
                arguments("1", 2),
                arguments("1", "1"),
                arguments("\"1\"", 1),
                arguments("1", null),
                arguments("null", 1),
                arguments("1", Double.NaN),
                arguments("true", "true"),
                arguments("\"true\"", true),
                arguments("\"text\"", "Text"),
                arguments("[1,2]", List.of(2, 1)),
                arguments("[1,2]", List.of(1)),
                arguments("[1]", 1),
                arguments("[1,2]", new int[] {2, 1}),
                arguments("[1,2]", Set.of(1, 3)),
                arguments("[1,2]", Set.of(1)),
                arguments("{\"a\":1}", Map.of("a", 2)),
                arguments("{\"a\":1}", Map.of("b", 1)),
                arguments("{\"a\":1}", Map.of("a", 1, "b", 2)),
                arguments("{\"a\":1}", "{a=1}"));
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void aFieldHasNoOtherValue(String json, Object value) {
        assertThat(event(json).has("field", value)).isFalse();
    }

    @Test
    void aFieldThatIsAbsentIsNotNull() {
        assertThat(event("1").has("other", null)).isFalse();
    }

    @Test
    void digitsInAFieldOfNumbersAreTheNumber() {
        CapturedEvent event = ofLine("{\"job_id\":123,\"duration_ms\":1500}");

        assertThat(event.has(JOB_ID.of("123"))).isTrue();
        assertThat(event.has(JOB_ID.of("0123"))).isFalse();
        assertThat(event.has(JOB_ID.of(124))).isFalse();
        assertThat(event.has(DURATION_MS.of(Duration.ofMillis(1500)))).isTrue();
    }

    @Test
    void anEventWithoutAJobIsOfNone() {
        assertThat(event("1").isOfJob("null")).isFalse();
    }

    @Test
    void anEventWithoutAMessageHasAnEmptyOne() {
        assertThat(ofLine("{\"level\":\"info\"}").message()).isEmpty();
    }

    @Test
    void fieldsCannotBeChanged() {
        CapturedEvent event = event("1");

        assertThatThrownBy(() -> event.fields().put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aLineThatIsNoJsonIsToldToWhoAsks() {
        assertThatThrownBy(() -> ofLine("{\"a\":1,}").fields())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the encoder wrote a line that is not a JSON object: {\"a\":1,}");
    }

    private static CapturedEvent event(String json) {
        return ofLine("{\"field\":" + json + "}");
    }

    private static CapturedEvent ofLine(String line) {
        return new CapturedEvent(line, Set.of());
    }
}
