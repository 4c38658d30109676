package io.pixsim.logging.test.assertj;

import java.util.function.Consumer;

import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import org.assertj.core.api.SoftAssertions;

/**
 * AssertJ's soft assertions, with those on logs among them: all are looked at, and what failed is told together.
 *
 * <pre>{@code
 * LogSoftAssertions.softly(softly -> {
 *     softly.assertThat(logs).job(123).once(PROVIDER_SUBMIT).never(PROVIDER_ERROR);
 *     softly.assertThat(video).exists();
 * });
 * }</pre>
 *
 * Works with AssertJ's {@code SoftAssertionsExtension} and {@code @InjectSoftAssertions}, too. What AssertJ's own base adds
 * to the assertions on logs, such as {@code satisfies}, is thrown at once. Not safe for use by many threads.
 */
public class LogSoftAssertions extends SoftAssertions {

    /** Assertions of which none has failed yet. */
    public LogSoftAssertions() {}

    /**
     * Makes assertions and tells, at the end, all that failed.
     *
     * @param assertions what is asserted
     */
    public static void softly(Consumer<LogSoftAssertions> assertions) {
        LogSoftAssertions softly = new LogSoftAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }

    /**
     * Asserts on what is captured by now.
     *
     * @param actual the captured logs
     * @return the assertions
     */
    public CapturedLogsAssert assertThat(CapturedLogs actual) {
        return new CapturedLogsAssert(actual.snapshot(), this::collectAssertionError);
    }

    /**
     * Asserts on one event.
     *
     * @param actual the event
     * @return the assertions
     */
    public CapturedEventAssert assertThat(CapturedEvent actual) {
        return new CapturedEventAssert(actual, this::collectAssertionError);
    }
}
