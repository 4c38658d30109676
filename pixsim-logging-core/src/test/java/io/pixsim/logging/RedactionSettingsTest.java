package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.junit.jupiter.api.Test;

/** What is hidden by the environment. */
class RedactionSettingsTest extends SettingsFixture {

    @Test
    void keysOfTheEnvironmentAreHiddenBesideThoseOfTheProgram() {
        variables.put("PIXSIM_LOG_REDACT_KEYS", "render_ticket, -");
        LoggingOptions options = LoggingOptions.forService("worker")
                .redaction(RedactionPolicy.builder().addKey("shot_code").build())
                .build();

        Redactor redactor =
                new Redactor(Settings.resolve(options, environment()).redaction());

        assertThat(List.of("render_ticket", "ShotCode", "password")).allMatch(redactor::isSensitive);
        assertThat(voice.lines()).singleElement().asString().contains("PIXSIM_LOG_REDACT_KEYS has '-'");
    }

    @Test
    void theOtherSettingsOfRedactionAreRead() {
        variables.put("PIXSIM_LOG_REDACT_ALLOW_KEYS", "csrf_token");
        variables.put("PIXSIM_LOG_REDACT_ADDRESSES", "true");
        variables.put("PIXSIM_LOG_REDACT_FINGERPRINT_KEY", "0123456789abcdef");

        Redactor redactor = new Redactor(resolve().redaction());

        assertThat(redactor.isSensitive("CSRF-Token")).isFalse();
        assertThat(redactor.text("mail anna@example.com")).matches("mail [*]{3}redacted:[0-9a-f]{8}[*]{3}");
    }

    @Test
    void aWrongFingerprintKeyIsNotTold() {
        variables.put("PIXSIM_LOG_REDACT_FINGERPRINT_KEY", "too-short");

        resolve();

        assertThat(voice.lines())
                .singleElement()
                .asString()
                .contains("FINGERPRINT_KEY")
                .doesNotContain("too-short");
    }
}
