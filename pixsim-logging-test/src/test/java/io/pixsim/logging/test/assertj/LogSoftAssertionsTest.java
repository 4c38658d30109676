package io.pixsim.logging.test.assertj;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.test.assertj.Failing.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.test.Engine;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@CaptureLogs
class LogSoftAssertionsTest {

    @BeforeEach
    void logAnEvent() {
        LoggerFactory.getLogger("worker").info(PROVIDER_SUBMIT, "submitted", ATTEMPT.of(0));
    }

    @Test
    void whatHoldsPasses(CapturedLogs logs) {
        LogSoftAssertions.softly(softly -> {
            softly.assertThat(logs).once(PROVIDER_SUBMIT).never(PROVIDER_ERROR);
            softly.assertThat(logs.events().get(0)).hasField("attempt", 0);
            softly.assertThat(1).isEqualTo(1);
        });
    }

    @Test
    void allThatFailedIsToldTogether(CapturedLogs logs) {
        CapturedEvent event = logs.events().get(0);

        failing(() -> LogSoftAssertions.softly(softly -> {
                    softly.assertThat(logs).hasEvent(PROVIDER_ERROR).hasSize(2);
                    softly.assertThat(logs)
                            .as("narrowed")
                            .stage(PROVIDER_SUBMIT)
                            .hasField(ATTEMPT.of(1));
                    softly.assertThat(event)
                            .hasMessage("sent")
                            .isAtStage(PROVIDER_SUBMIT)
                            .hasNoField("attempt");
                    softly.assertThat(1).isEqualTo(2);
                }))
                .hasMessageContainingAll(
                        "6 failures",
                        "Expected an event at stage provider:error, but there is none",
                        "Expected 2 events here, but there are 1 in",
                        "[narrowed]",
                        "Expected an event with attempt=1, but there is none",
                        "Expected the message to be sent, but it is submitted",
                        "Expected no field attempt, but it is 0",
                        "expected: 2");
    }

    @Test
    void assertJsOwnWaysToUseThemWork(CapturedLogs logs) {
        failing(() -> SoftAssertionsProvider.assertSoftly(
                        LogSoftAssertions.class,
                        softly -> softly.assertThat(logs).never(PROVIDER_SUBMIT).never("submitted")))
                .hasMessageContaining("2 failures");

        assertThat(Engine.failures(Engine.run(Injected.class)))
                .singleElement()
                .asString()
                .contains("2 failures", "Expected no event", "Expected one event");
    }

    @ExtendWith(SoftAssertionsExtension.class)
    @CaptureLogs
    static class Injected {

        @InjectSoftAssertions
        private LogSoftAssertions softly;

        @Test
        void failsTwice(CapturedLogs logs) {
            LoggerFactory.getLogger("worker").info("done");
            softly.assertThat(logs).never("done").once("started");
        }
    }
}
