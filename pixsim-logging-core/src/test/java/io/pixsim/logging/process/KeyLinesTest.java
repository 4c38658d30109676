package io.pixsim.logging.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class KeyLinesTest {

    private static final String BODY = "HkXZzZBIrToMY0W3KMrTJQSXe/njGfUwDzekC+aDSDeK0pTQ376kBrNYfvrRWJ/I";

    @Test
    void whatStandsBetweenTheFirstAndTheLastLineIsOfTheKey() {
        assertThat(shown(
                        "loading",
                        "-----BEGIN PGP PRIVATE KEY BLOCK-----",
                        "Version: 2",
                        BODY,
                        "=abCD",
                        "-----END PGP PRIVATE KEY BLOCK-----",
                        BODY))
                .containsExactly(
                        "loading",
                        "-----BEGIN PGP PRIVATE KEY BLOCK-----",
                        "-----END PGP PRIVATE KEY BLOCK-----",
                        BODY);
    }

    @Test
    void aKeyThatBreaksOffHidesNothingThatIsNotOfIt() {
        assertThat(shown("-----BEGIN PRIVATE KEY-----", BODY, "Traceback (most recent call last):", "done"))
                .containsExactly("-----BEGIN PRIVATE KEY-----", "Traceback (most recent call last):", "done");
    }

    @Test
    void aKeyThatIsIndentedIsOneToo() {
        assertThat(shown(
                        "  key: |",
                        "    -----BEGIN RSA PRIVATE KEY-----",
                        "    " + BODY,
                        "    -----END RSA PRIVATE KEY-----"))
                .containsExactly(
                        "  key: |", "    -----BEGIN RSA PRIVATE KEY-----", "    -----END RSA PRIVATE KEY-----");
        assertThat(shown("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----", BODY)).hasSize(1);
    }

    @Test
    void aKeyWithoutEndHidesABoundedNumberOfLines() {
        String[] lines = Stream.concat(
                        Stream.of("-----BEGIN PRIVATE KEY-----"),
                        Stream.generate(() -> BODY).limit(1_000))
                .toArray(String[]::new);

        assertThat(shown(lines)).hasSize(601);
    }

    @Test
    void aCertificateIsNoSecret() {
        assertThat(shown("-----BEGIN CERTIFICATE-----", BODY, "-----END CERTIFICATE-----"))
                .hasSize(3);
    }

    private static List<String> shown(String... lines) {
        KeyLines keys = new KeyLines();
        return Stream.of(lines).filter(line -> !keys.isWithin(line)).toList();
    }
}
