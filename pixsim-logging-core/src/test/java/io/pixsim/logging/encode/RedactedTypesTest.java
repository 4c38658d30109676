package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pixsim.logging.redact.Safe;
import io.pixsim.logging.redact.Secret;
import io.pixsim.logging.redact.Sensitive;
import org.junit.jupiter.api.Test;

/** What types say of their values, and what stands beside a value. */
class RedactedTypesTest {

    private static final String LEAK = "LEAK-4711";

    @Test
    void aSecretIsNeverWritten() {
        Secret<String> secret = Secret.of(LEAK);
        TestEvent event = TestEvent.saying("{} {}", secret, List.of(Optional.of(secret)))
                .with("answer", secret)
                .with("map", Map.of("a", Map.of("b", secret)));

        assertThat(event.line()).doesNotContain("LEAK").contains("\"answer\":\"***redacted***\"");
        assertThat(secret).hasToString("***redacted***").isNotEqualTo(Secret.of(LEAK));
        assertThat(secret.reveal()).isEqualTo(LEAK);
    }

    @Test
    void whatTheProgramVouchesForIsWrittenUnderAnyKey() {
        TestEvent event = TestEvent.saying("x")
                .with("password", Safe.of("none of your business"))
                .with("sample", Safe.of(Map.of("api_key", "kl-0000", "text", "password=sample")));

        assertThat(event.json())
                .containsEntry("password", "none of your business")
                .containsEntry("sample", Map.of("api_key", "kl-0000", "text", "password=sample"));
    }

    @Test
    void aSensitiveComponentOfARecordIsHidden() {
        TestEvent event = TestEvent.saying("{}", new Account("anna", LEAK)).with("account", new Account("anna", LEAK));

        assertThat(event.line()).doesNotContain("LEAK").contains("anna");
        assertThat(event.json()).containsEntry("account", Map.of("user", "anna", "answer", "***redacted***"));
    }

    @Test
    void theValueOfAPairIsHiddenByItsName() {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("value", LEAK);
        pair.put("name", "Authorization");
        TestEvent event = TestEvent.saying("x").with("headers", List.of(pair, new Header("X-Api-Key", LEAK)));

        assertThat(event.line()).doesNotContain("LEAK").contains("Authorization", "X-Api-Key");
    }

    @Test
    void theElementBehindAnOptionIsHidden() {
        TestEvent event = TestEvent.saying("{}", List.of("run", "--token", LEAK))
                .with("array", new String[] {"run", "--password", LEAK, "--fast"});

        assertThat(event.line()).doesNotContain("LEAK").contains("--fast");
    }

    @Test
    void aKeyThatMayCountIsHiddenByItsValue() {
        TestEvent event = TestEvent.saying("x").with("tokens", 512).with("usage", Map.of("tokens", List.of(LEAK)));

        assertThat(event.json()).containsEntry("tokens", 512L);
        assertThat(event.line()).doesNotContain("LEAK");
    }

    @Test
    void aSecretInAMapsKeyIsHidden() {
        TestEvent event = TestEvent.saying("x").with("hits", Map.of("password=" + LEAK, 3));

        assertThat(event.json()).containsEntry("hits", Map.of("password=***redacted***", 3L));
    }

    @Test
    void theNumberOfACardIsHiddenWhateverItsType() {
        TestEvent event = TestEvent.saying("x").with("paid", 4111111111111111L).with("order", 4111111111111112L);

        assertThat(event.json()).containsEntry("paid", "***redacted***").containsEntry("order", 4111111111111112L);
    }

    record Account(String user, @Sensitive String answer) {}

    record Header(String name, String value) {}
}
