package io.pixsim.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/a?token=1;x, /a",
        "/a#b?c, /a",
        "/a?b#c, /a",
        "/a;jsessionid=1F, /a",
        "/a;v=1/b;w=2/c?x=1, /a/b/c",
        "/a;;;/, /a/",
        "*, *",
        "'', ''"
    })
    void queryFragmentAndParametersAreLeftOut(String asked, String path) {
        assertThat(RequestPath.of(asked)).isEqualTo(path);
    }

    @Test
    void nothingElseIsTakenAway() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder asked = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                asked.append("/;?#ab".charAt(random.nextInt(6)));
            }
            assertThat(RequestPath.of(asked.toString()))
                    .as(asked.toString())
                    .isEqualTo(asked.toString().replaceAll("(?s)[?#].*", "").replaceAll(";[^/]*", ""));
        }
    }
}
