package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RetryDecisionTest {

    private final LoggedEvents logged = new LoggedEvents();

    @Test
    void anotherAttemptIsLoggedWithItsReasonAndItsDelay() {
        RetryDecision decision = RetryDecision.retry("provider asked to wait", 0, Duration.ofSeconds(3));

        decision.log(logged.logger());

        assertThat(decision.isRetry()).isTrue();
        assertThat(logged.events())
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("level", "info")
                        .containsEntry("stage", "retry:decision")
                        .containsEntry("msg", "trying again in 3000 ms")
                        .containsEntry("reason", "provider asked to wait")
                        .containsEntry("attempt", 0L)
                        .containsEntry("delay_ms", 3000L));
    }

    @Test
    void givingUpIsLoggedWithoutADelay() {
        RetryDecision decision = RetryDecision.giveUp("retries spent", 3);

        decision.log(logged.logger());

        assertThat(decision.isRetry()).isFalse();
        assertThat(logged.events())
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("stage", "retry:decision")
                        .containsEntry("msg", "giving up")
                        .containsEntry("reason", "retries spent")
                        .containsEntry("attempt", 3L)
                        .doesNotContainKey("delay_ms"));
    }
}
