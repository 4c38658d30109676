package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import io.pixsim.logging.gate.PathRules;
import io.pixsim.logging.gate.Threshold;
import org.junit.jupiter.api.Test;

/** What is held back by the environment. */
class GateSettingsTest extends SettingsFixture {

    @Test
    void theHealthCheckIsExcludedUnlessTheVariableSaysOtherwise() {
        assertThat(resolve().gate().paths()).isEqualTo(new PathRules(List.of("/health"), Map.of(), PathRules.SLOW));

        variables.put("PIXSIM_LOG_EXCLUDE_PATHS", " ");
        assertThat(resolve().gate().paths().excluded()).isEmpty();

        variables.put("PIXSIM_LOG_EXCLUDE_PATHS", "/ready, /api/v1/jobs/{id}");
        assertThat(resolve().gate().paths().excluded()).containsExactly("/ready", "/api/v1/jobs/{id}");

        LoggingOptions code =
                options().gate(GateOptions.builder().excludePaths().build()).build();
        assertThat(Settings.resolve(code, environment()).gate().paths().excluded())
                .isEmpty();
    }

    @Test
    void pathRatesAreRead() {
        variables.put("PIXSIM_LOG_SAMPLE_PATHS", "/status:50");
        variables.put("PIXSIM_LOG_SLOW_REQUEST", "0.2");
        assertThat(resolve().gate().paths())
                .isEqualTo(new PathRules(List.of("/health"), Map.of("/status", 50), Duration.ofMillis(200)));

        LoggingOptions code = options()
                .gate(GateOptions.builder()
                        .samplePath("/jobs/{id}", 3)
                        .slowRequest(Duration.ofSeconds(2))
                        .build())
                .build();
        assertThat(Settings.resolve(code, environment()).gate().paths())
                .isEqualTo(new PathRules(List.of("/health"), Map.of("/jobs/{id}", 3), Duration.ofSeconds(2)));
    }

    @Test
    void samplingIsReadFromTheEnvironment() {
        variables.put("PIXSIM_LOG_SAMPLE_STAGES", "provider:status:7, cron:tick:3");
        variables.put("PIXSIM_LOG_SAMPLING_PROVIDER_STATUS", "5");
        variables.put("PIXSIM_LOG_SAMPLE_JOBS", "10");
        variables.put("PIXSIM_LOG_RATE_LIMIT", "100");
        variables.put("PIXSIM_LOG_COLLAPSE_DUPLICATES", "1.5");
        variables.put("PIXSIM_LOG_COLLAPSE_POLLING", "true");

        assertThat(resolve().gate().sampling())
                .isEqualTo(new SamplingRules(
                        Map.of("provider:status", 7, "cron:tick", 3), 10, 100, Duration.ofMillis(1500), true));
    }

    @Test
    void samplingOfTheProgramIsBeforeTheEnvironments() {
        variables.put("PIXSIM_LOG_SAMPLE_STAGES", "provider:status:7");
        variables.put("PIXSIM_LOG_RATE_LIMIT", "100");
        GateOptions gate = GateOptions.builder()
                .sampleStage(Stage.RETRY_DECISION, 2)
                .sampleJobs(3)
                .rateLimit(4)
                .collapseDuplicates(Duration.ofSeconds(5))
                .collapsePolling(true)
                .build();
        LoggingOptions code = options().gate(gate).samplingProviderStatus(6).build();

        assertThat(Settings.resolve(code, environment()).gate().sampling())
                .isEqualTo(new SamplingRules(
                        Map.of("provider:status", 6, "retry:decision", 2), 3, 4, Duration.ofSeconds(5), true));
    }

    @Test
    void theDomainsOfTheProgramTakeThePlaceOfTheEnvironments() {
        variables.put("PIXSIM_LOG_DOMAINS", "sql:INFO");
        GateOptions gate = GateOptions.builder()
                .domainLevel("account", Severity.WARNING)
                .domainOff("cron")
                .build();

        Settings settings = Settings.resolve(options().gate(gate).build(), environment());

        assertThat(settings.gate().domains()).isEqualTo(Map.of("account", Threshold.WARNING, "cron", Threshold.OFF));
    }
}
