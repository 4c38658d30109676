package io.pixsim.logging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.PathRules;
import io.pixsim.logging.gate.RuleText;
import io.pixsim.logging.gate.Threshold;
import io.pixsim.logging.jobs.FlightRecorder;

/** The rules of the gate: code before system property before environment before default. */
final class GateSettings {

    private final GateOptions options;
    private final Environment environment;

    private GateSettings(GateOptions options, Environment environment) {
        this.options = options;
        this.environment = environment;
    }

    static GateRules resolve(Choices chosen, Environment environment) {
        GateSettings settings = new GateSettings(
                chosen.gate().orElseGet(() -> GateOptions.builder().build()), environment);
        return settings.rules(chosen.samplingProviderStatus());
    }

    /** How many bytes of hidden events are kept of a job; 0 for none. */
    static long recordedBytes(Choices chosen, Environment environment) {
        return chosen.gate()
                .flatMap(GateOptions::recordedBytes)
                .orElseGet(() -> environment
                        .find(
                                "PIXSIM_LOG_RECORDER",
                                GateSettings::recordedBytes,
                                "true, false or a size from 4KB",
                                "false: nothing is recorded")
                        .orElse(0L));
    }

    private static Optional<Long> recordedBytes(String text) {
        Optional<Boolean> onOff = Numbers.onOff(text);
        if (onOff.isPresent()) {
            return onOff.map(on -> on ? FlightRecorder.DEFAULT_JOB_BYTES : 0);
        }
        return Numbers.size(text).filter(bytes -> bytes >= FlightRecorder.LEAST_JOB_BYTES);
    }

    private GateRules rules(Optional<Integer> samplingProviderStatus) {
        String polls = Stage.PROVIDER_STATUS.getName();
        Map<String, Integer> stages = new HashMap<>(options.stages()
                .orElseGet(() -> rates("PIXSIM_LOG_SAMPLE_STAGES", "stage:rate with a whole number from 1")));
        samplingProviderStatus.ifPresent(rate -> stages.put(polls, rate));
        stages.computeIfAbsent(polls, stage -> rate("PIXSIM_LOG_SAMPLING_PROVIDER_STATUS"));
        return new GateRules(
                domains(),
                paths(),
                new GateRules.SamplingRules(
                        stages,
                        options.jobs().orElseGet(() -> rate("PIXSIM_LOG_SAMPLE_JOBS")),
                        options.perSecond().orElseGet(this::perSecond),
                        options.duplicates().orElseGet(this::duplicates),
                        options.polling().orElseGet(this::polling)),
                options.jobSummaries()
                        .orElseGet(() ->
                                environment.read("PIXSIM_LOG_JOB_SUMMARY", Numbers::onOff, "true or false", true)));
    }

    /** Set but empty excludes nothing; unset excludes the health check. */
    private PathRules paths() {
        return new PathRules(
                options.excludePaths()
                        .orElseGet(() -> RuleText.items(
                                environment.given("PIXSIM_LOG_EXCLUDE_PATHS").orElse("/health"))),
                options.paths()
                        .orElseGet(() -> rates("PIXSIM_LOG_SAMPLE_PATHS", "path:rate with a whole number from 1")),
                options.slowRequest()
                        .orElseGet(() -> environment.read(
                                "PIXSIM_LOG_SLOW_REQUEST",
                                RuleText::seconds,
                                "a number of seconds above 0, up to 3600",
                                PathRules.SLOW)));
    }

    private int perSecond() {
        return environment
                .find("PIXSIM_LOG_RATE_LIMIT", Numbers::fromOne, "a whole number from 1", "none: nothing is limited")
                .orElse(0);
    }

    private Duration duplicates() {
        return environment
                .find(
                        "PIXSIM_LOG_COLLAPSE_DUPLICATES",
                        RuleText::seconds,
                        "a number of seconds above 0, up to 3600",
                        "none: duplicates are written")
                .orElse(Duration.ZERO);
    }

    private boolean polling() {
        return environment.read("PIXSIM_LOG_COLLAPSE_POLLING", Numbers::onOff, "true or false", false);
    }

    private Map<String, Integer> rates(String name, String allowed) {
        return RuleText.rates(environment.text(name).orElse(""), item -> environment.wrongItem(name, item, allowed));
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
