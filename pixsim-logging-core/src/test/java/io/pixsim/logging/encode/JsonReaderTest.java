package io.pixsim.logging.encode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryJsonType() throws IOException {
        Object value = JsonReader.read("[{\"a\":null},\"s\",1,1.5,true,false,12345678901234567890]".getBytes(UTF_8));

        assertThat(value)
                .isEqualTo(Arrays.asList(
                        Collections.singletonMap("a", null),
                        "s",
                        1L,
                        new BigDecimal("1.5"),
                        true,
                        false,
                        new BigInteger("12345678901234567890")));
    }

    @Test
    void keepsTheOrderOfMembers() throws IOException {
        Map<String, Object> object = JsonReader.readObject("{\"z\":1,\"a\":2}".getBytes(UTF_8));

        assertThat(object.keySet()).containsExactly("z", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,\"a\":2}", "{} {}", "nul", "{\"a\":NaN}", "[1]"})
    void refusesWhatIsNotOneObject(String text) {
        assertThatThrownBy(() -> JsonReader.readObject(text.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }
}
