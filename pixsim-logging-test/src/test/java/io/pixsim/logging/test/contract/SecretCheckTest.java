package io.pixsim.logging.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SecretCheckTest {

    private final SecretCheck check = new SecretCheck();

    @Test
    void whatStandsUnderASensitiveKeyIsShown() {
        assertThat(check.shown(Map.of("api_key", "abc"))).containsExactly("api_key");
        assertThat(check.shown(Map.of("a", List.of(1, Map.of("password", "abc")))))
                .containsExactly("a[1].password");
    }

    @Test
    void whatShowsByItsLooksIsShownInAnyText() {
        assertThat(check.shown(Map.of("msg", "Authorization: Bearer abcdefghijklmnop1234567890")))
                .containsExactly("msg");
        assertThat(check.shown(Map.of("msg", "password=***redacted*** and token=abcdefgh123")))
                .containsExactly("msg");
    }

    @Test
    void aNameOfAMapMayShowOneToo() {
        assertThat(check.shown(Map.of("a", Map.of("password=hunter2hunter2", 1))))
                .containsExactly("a (a name)");
    }

    @Test
    void whatIsHiddenAlreadyIsNotShown() {
        assertThat(check.shown(Map.of(
                        "api_key",
                        "***redacted***",
                        "msg",
                        "password=***redacted***",
                        "token",
                        "***redacted:1f3a9c02***")))
                .isEmpty();
    }

    @Test
    void whatIsCutIsNotShown() {
        assertThat(check.shown(Map.of("msg", "x".repeat(100_000)))).isEmpty();
    }
}
