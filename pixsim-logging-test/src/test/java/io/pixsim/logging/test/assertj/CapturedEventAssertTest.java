package io.pixsim.logging.test.assertj;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.test.assertj.Failing.failing;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@CaptureLogs
class CapturedEventAssertTest {

    private static final String IN_EVENT =
            String.format(" in%n  ERROR    provider:error \"failed\" attempt=2 api_key=***redacted***");

    private CapturedEvent event;

    @BeforeEach
    void logOneEvent(CapturedLogs logs) {
        LoggerFactory.getLogger("worker")
                .atError()
                .addMarker(PROVIDER_ERROR)
                .addKeyValue("api_key", "canary-1")
                .addKeyValue("attempt", 2)
                .log("failed");
        event = logs.events().get(0);
    }

    @Test
    void whatIsTrueOfTheEventPasses() {
        assertThat(event)
                .isAtStage(PROVIDER_ERROR)
                .hasLevel(Severity.ERROR)
                .hasMessage("failed")
                .hasField("attempt", 2)
                .hasField(ATTEMPT.of(2))
                .hasNoField("colour")
                .hasNoSecret("canary-1");
    }

    @Test
    void anotherStageFails() {
        failing(() -> assertThat(event).isAtStage(PIPELINE_START))
                .hasMessage(String.format(
                        "%nExpected the stage to be pipeline:start, but it is provider:error" + IN_EVENT));
    }

    @Test
    void anotherLevelFails() {
        failing(() -> assertThat(event).hasLevel(Severity.CRITICAL))
                .hasMessageContaining("Expected the level to be CRITICAL, but it is ERROR" + IN_EVENT);
    }

    @Test
    void anotherMessageFails() {
        failing(() -> assertThat(event).hasMessage("fail"))
                .hasMessageContaining("Expected the message to be fail, but it is failed" + IN_EVENT);
    }

    @Test
    void anotherValueFails() {
        failing(() -> assertThat(event).hasField("attempt", 3))
                .hasMessageContaining("Expected attempt to be 3, but it is 2" + IN_EVENT);
        failing(() -> assertThat(event).hasField(ATTEMPT.of(3)))
                .hasMessageContaining("Expected attempt to be 3, but it is 2" + IN_EVENT);
    }

    @Test
    void aFieldThatIsNotThereFails() {
        failing(() -> assertThat(event).hasField("colour", "red"))
                .hasMessageContaining("Expected colour to be red, but there is no such field" + IN_EVENT);
    }

    @Test
    void aFieldThatShouldNotBeThereFails() {
        failing(() -> assertThat(event).hasNoField("attempt"))
                .hasMessageContaining("Expected no field attempt, but it is 2" + IN_EVENT);
    }

    @Test
    void aSecretFails() {
        failing(() -> assertThat(event).hasNoSecret("redacted"))
                .hasMessageContaining("Expected no secret in what was logged, but")
                .hasMessageContaining("\"redacted\" is in " + event.line());
    }
}
