package io.pixsim.logging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String VALID = "00-" + TRACE + "-" + SPAN + "-01";

    @Test
    void aHeaderIsReadAndWrittenAsItWas() {
        assertThat(TraceParent.parse(VALID)).contains(new TraceParent(TRACE, SPAN, "01"));
        assertThat(TraceParent.parse(VALID)).get().hasToString(VALID);
    }

    @Test
    void aVersionToComeIsReadAsFarAsItIsKnown() {
        TraceParent trace = new TraceParent(TRACE, SPAN, "01");

        assertThat(TraceParent.parse("cc" + VALID.substring(2))).contains(trace);
        assertThat(TraceParent.parse("cc" + VALID.substring(2) + "-what-the-future-brings"))
                .contains(trace);
        assertThat(TraceParent.parse("cc" + VALID.substring(2) + "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "0-" + TRACE + "-" + SPAN + "-001",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00_" + TRACE + "_" + SPAN + "_01",
                "00-" + TRACE + "-" + SPAN + "-1",
                "00-" + TRACE + "-" + SPAN + "-0g",
                "00-" + TRACE + "-" + SPAN + "-01-x",
                " 00-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01 "
            })
    void whatIsNotExactlyOfTheFormIsNone(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void oneWrongCharacterAnywhereSpoilsIt() {
        Random random = new Random(55);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder(VALID);
            int at = random.nextInt(header.length());
            char wrong = (char) random.nextInt(0x180);
            header.setCharAt(at, wrong);

            boolean hex = (wrong >= '0' && wrong <= '9') || (wrong >= 'a' && wrong <= 'f');
            boolean dash = VALID.charAt(at) == '-';
            boolean valid = (dash ? wrong == '-' : hex);
            assertThat(TraceParent.parse(header.toString()).isPresent())
                    .as(header.toString())
                    .isEqualTo(valid);
        }
    }

    @Test
    void partsThatAreNotOfTheFormAreRefused() {
        assertThatThrownBy(() -> new TraceParent("1", SPAN, "01"))
                .hasMessage("traceId is not 32 lower-case hexadecimal digits: 1");
    }

    @Test
    void flagsOfAnotherFormBecomeNotSampled() {
        assertThat(TraceParent.of(TRACE, SPAN, null)).get().hasToString("00-" + TRACE + "-" + SPAN + "-00");
        assertThat(TraceParent.of(TRACE, SPAN, "1")).get().hasToString("00-" + TRACE + "-" + SPAN + "-00");
        assertThat(TraceParent.of(TRACE, null, "01")).isEmpty();
    }
}
