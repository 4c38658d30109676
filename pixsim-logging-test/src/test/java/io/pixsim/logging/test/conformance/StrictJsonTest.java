package io.pixsim.logging.test.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\" : [ ] }\n",
                "{\"a\":-0.5e+10,\"b\":[1,2,{\"c\":null}],\"d\":true,\"e\":false}",
                "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\u2028\u007F\"}"
            })
    void whatTheGrammarHasIsRead(String json) throws JsonFault {
        Line line = StrictJson.read(json);

        assertThat(line.duplicates()).isEmpty();
        assertThat(line.unsafe()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}{}",
                "{\"a\"}",
                "{a:1}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":nul}",
                "{\"a\":'b'}",
                "{\"a\":\"b}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12G4\"}",
                "{\"a\":\"\\u12"
            })
    void whatItHasNotIsAFault(String json) {
        assertThatThrownBy(() -> StrictJson.read(json)).isInstanceOf(JsonFault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u0000\"",
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ude00\\ud83d\"",
                "1e131072",
                "1e-16384",
                "0e-99999",
                "1e99999999999"
            })
    void whatJsonbRefusesIsNoted(String value) throws JsonFault {
        assertThat(StrictJson.read("{\"a\":[" + value + "]}").unsafe()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e131071", "1e-16383", "0e99999", "1e400", "\"\\ud83d\\ude00\""})
    void whatJsonbTakesIsNot(String value) throws JsonFault {
        assertThat(StrictJson.read("{\"a\":" + value + "}").unsafe()).isEmpty();
    }

    @Test
    void aNameThatOccursTwiceInOneObjectIsNoted() throws JsonFault {
        assertThat(StrictJson.read("{\"a\":{\"b\":1},\"b\":2}").duplicates()).isEmpty();
        assertThat(StrictJson.read("{\"a\":{\"b\":1,\"\\u0062\":2}}").duplicates())
                .containsExactly("b");
    }

    @Test
    void nestingIsBounded() throws JsonFault {
        String deepest = "[".repeat(StrictJson.MAX_DEPTH - 1) + "]".repeat(StrictJson.MAX_DEPTH - 1);

        assertThat(StrictJson.read("{\"a\":" + deepest + "}").unsafe()).isEmpty();
        assertThatThrownBy(() -> StrictJson.read("{\"a\":[" + deepest + "]}"))
                .hasMessageContaining("nested deeper than 250");
    }

    @Test
    void aValueIsFoundWhereverItStands() throws JsonFault {
        Line line = StrictJson.read("{\"fields\":[{\"before\":\"1\"}],\"mdc\":{\"bound\":2},\"text\":\"said so\"}");

        assertThat(line.hasValue("before", "1")).isTrue();
        assertThat(line.hasValue("bound", "2")).isTrue();
        assertThat(line.hasValue("before", "2")).isFalse();
        assertThat(line.hasName("fields")).isTrue();
        assertThat(line.hasText(List.of("said", "so"))).isTrue();
        assertThat(line.hasText(List.of("mdc"))).isFalse();
    }
}
