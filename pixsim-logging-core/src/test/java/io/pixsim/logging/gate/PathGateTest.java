package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGateTest {

    private final Gate gate = new Gate(System::nanoTime, InstantSource.system());

    @ParameterizedTest
    @CsvSource({
        "/health, /health, true",
        "/health, /healthy, false",
        "/health, /health/, false",
        "/health, /health?full=1, true",
        "/api/v1/jobs/{id}, /api/v1/jobs/123, true",
        "/api/v1/jobs/{id}, /api/v1/jobs/job-abc?x=/y, true",
        "/api/v1/jobs/{id}, /api/v1/jobs/123/logs, false",
        "/api/v1/jobs/{id}, /api/v1/jobs/, false",
        "/api/v1/jobs/{id}, /api/v1/jobs, false",
        "/jobs/{id}/logs, /jobs/1/logs, true",
        "/jobs/{id}/logs, /jobs/1/2/logs, false",
        "/{a}/{b}, /x/y, true",
        "/{a}, x, false"
    })
    void aTemplateStandsForOneSegment(String template, String path, boolean fits) {
        assertThat(new PathTemplate(template).fits(path)).isEqualTo(fits);
    }

    @Test
    void anExcludedPathIsHeldBackAndCounted() {
        use(List.of("/health", "/jobs/{id}"), Map.of());

        assertThat(gate.decide(request("/health"), true).suppressed()).isEqualTo(SuppressReason.EXCLUDED_PATH);
        assertThat(gate.decide(request("/jobs/1"), true).suppressed()).isEqualTo(SuppressReason.EXCLUDED_PATH);
        assertThat(gate.decide(request("/"), true)).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(TestCall.of(INFO), true)).isEqualTo(Decision.KEEP);
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.EXCLUDED_PATH, 2L));
    }

    @Test
    void slowAndFailedRequestsAreAlwaysKept() {
        use(List.of("/health"), Map.of("/status", 100));
        gate.decide(request("/status").with("status", "200"), true);

        for (String path : List.of("/health", "/status")) {
            assertThat(gate.decide(request(path).with("duration_ms", "1000"), true))
                    .isEqualTo(Decision.KEEP);
            assertThat(gate.decide(request(path).with("status", "500"), true)).isEqualTo(Decision.KEEP);
            assertThat(gate.decide(request(path).with("status_code", "404"), true))
                    .isEqualTo(Decision.KEEP);
            assertThat(gate.decide(TestCall.of(WARNING).with("path", path), true))
                    .isEqualTo(Decision.KEEP);
            assertThat(gate.decide(
                                    request(path)
                                            .with("duration_ms", "999.9")
                                            .with("status", "399")
                                            .with("status_code", "200"),
                                    true)
                            .kept())
                    .isFalse();
        }
    }

    @Test
    void aStatusMayBringItsReason() {
        use(List.of("/health"), Map.of());

        assertThat(List.of("503 SERVICE_UNAVAILABLE", "404 Not Found"))
                .allMatch(status -> isKept("status", status) && isKept("status_code", status));
        assertThat(List.of("200 OK", "302 Found"))
                .noneMatch(status -> isKept("status", status) || isKept("status_code", status));
    }

    @Test
    void oneInSoManyOfAPathIsKeptAndExclusionIsBeforeIt() {
        use(List.of("/health"), Map.of("/status", 5, "/health", 2));

        List<Decision> kept = IntStream.range(0, 11)
                .mapToObj(i -> gate.decide(request("/status"), true))
                .filter(Decision::kept)
                .toList();

        assertThat(kept).containsExactly(Decision.keep(5, 0), Decision.keep(5, 4), Decision.keep(5, 4));
        assertThat(gate.decide(request("/health"), true).kept()).isFalse();
    }

    @Test
    void startsAndEndsOfRequestsAreSampledApart() {
        use(List.of(), Map.of("/status", 2));

        List<Boolean> kept = IntStream.range(0, 4)
                .boxed()
                .flatMap(i -> Stream.of(request("/status"), request("/status").with("status", "200")))
                .map(call -> gate.decide(call, true).kept())
                .toList();

        assertThat(kept).containsExactly(true, true, false, false, true, true, false, false);
    }

    private static TestCall request(String path) {
        return TestCall.of(INFO).with("path", path);
    }

    private boolean isKept(String field, String status) {
        return gate.decide(request("/health").with(field, status), true).kept();
    }

    private void use(List<String> excluded, Map<String, Integer> rates) {
        gate.use(new GateRules(
                Map.of(), new PathRules(excluded, rates, Duration.ofSeconds(1)), GateRules.SamplingRules.NONE));
    }
}
