package io.pixsim.logging.examples.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.pixsim.logging.RetryDecision;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private final ProviderError error = ProviderError.of(MissingNode.getInstance());
    private final ProviderException unreachable =
            ProviderException.unreachable("no answer", new IOException("connection reset"));

    @Test
    void theWaitDoublesFromAttemptToAttempt() {
        assertThat(RetryPolicy.decide(unreachable, 0))
                .isEqualTo(RetryDecision.retry("retryable", 0, Duration.ofMillis(250)));
        assertThat(RetryPolicy.decide(unreachable, 2))
                .isEqualTo(RetryDecision.retry("retryable", 2, Duration.ofSeconds(1)));
    }

    @Test
    void theProviderMayAskForALongerWait() {
        ProviderException busy = ProviderException.refused(503, error, Duration.ofSeconds(3));

        assertThat(RetryPolicy.decide(busy, 0))
                .isEqualTo(RetryDecision.retry("provider asked to wait", 0, Duration.ofSeconds(3)));
    }

    @Test
    void afterThreeRetriesItIsOver() {
        assertThat(RetryPolicy.decide(unreachable, 3)).isEqualTo(RetryDecision.giveUp("retries spent", 3));
    }

    @Test
    void whatWouldFailAgainIsNotTriedAgain() {
        ProviderException failed = ProviderException.generationFailed("pv_job_0001", error);
        ProviderException wrong = ProviderException.refused(400, error, Duration.ZERO);

        assertThat(RetryPolicy.decide(failed, 0).isRetry()).isFalse();
        assertThat(RetryPolicy.decide(wrong, 0).isRetry()).isFalse();
    }
}
