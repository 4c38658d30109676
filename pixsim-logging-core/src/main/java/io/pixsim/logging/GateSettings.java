package io.pixsim.logging;

import java.util.Map;
import java.util.Optional;

import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.RuleText;
import io.pixsim.logging.gate.Threshold;

/** The rules of the gate: code before system property before environment before default. */
final class GateSettings {

    private final GateOptions options;
    private final Environment environment;

    private GateSettings(GateOptions options, Environment environment) {
        this.options = options;
        this.environment = environment;
    }

    static GateRules resolve(LoggingOptions options, Environment environment) {
        GateSettings settings = new GateSettings(
                options.gate().orElseGet(() -> GateOptions.builder().build()), environment);
        return settings.rules(options.samplingProviderStatus());
    }

    private GateRules rules(Optional<Integer> samplingProviderStatus) {
        int status = samplingProviderStatus.orElseGet(() -> rate("PIXSIM_LOG_SAMPLING_PROVIDER_STATUS"));
        return new GateRules(domains(), Map.of(Stage.PROVIDER_STATUS.getName(), status));
    }

    private Map<String, Threshold> domains() {
        String name = "PIXSIM_LOG_DOMAINS";
        return options.domains()
                .orElseGet(() -> RuleText.domains(
                        environment.text(name).orElse(""),
                        item -> environment.wrongItem(name, item, "domain:LEVEL or domain:OFF")));
    }

    private int rate(String name) {
        return environment.read(name, Numbers::fromOne, "a whole number from 1", 1);
    }
}
