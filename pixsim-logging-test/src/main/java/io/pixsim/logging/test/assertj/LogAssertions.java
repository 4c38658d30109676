package io.pixsim.logging.test.assertj;

import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;

/**
 * Where assertions on what was logged begin.
 *
 * <pre>{@code
 * import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;
 *
 * assertThat(logs).job(123)
 *         .followed(PIPELINE_START, PROVIDER_SUBMIT, PROVIDER_COMPLETE)
 *         .once(PROVIDER_SUBMIT)
 *         .never(PROVIDER_ERROR);
 * }</pre>
 */
public final class LogAssertions {

    private LogAssertions() {}

    /**
     * Asserts on what is captured by now; what is logged later does not count.
     *
     * @param actual the captured logs
     * @return the assertions
     */
    public static CapturedLogsAssert assertThat(CapturedLogs actual) {
        return new CapturedLogsAssert(actual.snapshot(), Verdict.THROW);
    }

    /**
     * Asserts on one event.
     *
     * @param actual the event
     * @return the assertions
     */
    public static CapturedEventAssert assertThat(CapturedEvent actual) {
        return new CapturedEventAssert(actual, Verdict.THROW);
    }
}
