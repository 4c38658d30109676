package io.pixsim.logging.test;

import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;

import java.time.Duration;

import io.pixsim.logging.StageTimer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The README shows the part between the two marks. */
class ClockExampleTest {

    private static final Logger LOG = LoggerFactory.getLogger("worker");

    // readme:begin
    @Test
    @CaptureLogs
    void aSlowSubmissionIsTimed(CapturedLogs logs, ManualClock clock) {
        StageTimer.run(LOG, PROVIDER_SUBMIT, s -> clock.advance(Duration.ofSeconds(90)));

        assertThat(logs).stage(PROVIDER_SUBMIT).hasField(DURATION_MS.of(90_000));
    }
    // readme:end
}
