package io.pixsim.logging.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleTest {

    @ParameterizedTest
    @CsvSource({
        "123,'{\"job_id\":123}',true",
        "123,'{\"job_id\":12}',false",
        "123,'{\"job_id\":\"\\u00312\"}',true",
        "123,'123',true",
        "123,'12',false",
        "123,'',false",
    })
    void aLineWithoutTheTextIsRuledOutUnlessItHasEscapes(String text, String line, boolean may) {
        byte[] bytes = ("xx" + line + "123").getBytes(StandardCharsets.UTF_8);

        assertThat(Needle.exact(text).mayBeIn(bytes, 2, bytes.length - 3)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "a\\b", "a/b", "zürich", "a\tb"})
    void textThatHasMoreSpellingsIsNoNeedle(String text) {
        assertThat(Needle.exact(text)).isNull();
        assertThat(Needle.inAnyCase(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "disk,DISK,true",
        "disk,DIS\u212A,true",
        "disk,D\u0130SK,true",
        "disk,DIS\\u212a,true",
        "disk,dis,false",
        "task,T\u0130M,true",
        "mops,M\u0130PS,false"
    })
    void inAnyCaseALineWithALetterThatBecomesOneOfAsciiIsNotRuledOut(String text, String line, boolean may) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(Needle.inAnyCase(text).mayBeIn(bytes, 0, bytes.length)).isEqualTo(may);
    }
}
