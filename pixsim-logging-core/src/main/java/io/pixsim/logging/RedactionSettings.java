package io.pixsim.logging;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.pixsim.logging.redact.RedactionPolicy;

/** What is hidden: code before system property before environment before default, but keys are added up. */
final class RedactionSettings {

    private static final int SHORTEST_KEY = 16;

    private RedactionSettings() {}

    static RedactionPolicy resolve(Choices chosen, Environment environment) {
        RedactionPolicy.Builder policy =
                chosen.redaction().map(RedactionPolicy::toBuilder).orElseGet(() -> ofEnvironment(environment));
        String name = "PIXSIM_LOG_REDACT_KEYS";
        policy.addKeys(environment.text(name).orElse(null), item -> environment.wrongItem(name, item, "a name"));
        return policy.build();
    }

    private static RedactionPolicy.Builder ofEnvironment(Environment environment) {
        RedactionPolicy.Builder policy = RedactionPolicy.builder();
        String allowed = "PIXSIM_LOG_REDACT_ALLOW_KEYS";
        policy.allowKeys(
                environment.text(allowed).orElse(null), item -> environment.wrongItem(allowed, item, "a name"));
        policy.hideAddresses(environment.read("PIXSIM_LOG_REDACT_ADDRESSES", Numbers::onOff, "true or false", false));
        fingerprintKey(environment).ifPresent(policy::fingerprintKey);
        return policy;
    }

    private static Optional<byte[]> fingerprintKey(Environment environment) {
        String name = "PIXSIM_LOG_REDACT_FINGERPRINT_KEY";
        Optional<String> text = environment.text(name);
        Optional<byte[]> key =
                text.map(value -> value.getBytes(StandardCharsets.UTF_8)).filter(value -> value.length >= SHORTEST_KEY);
        if (text.isPresent() && key.isEmpty()) {
            environment.wrongSecret(name, "at least " + SHORTEST_KEY + " bytes", "none: the plain mask is written");
        }
        return key;
    }
}
