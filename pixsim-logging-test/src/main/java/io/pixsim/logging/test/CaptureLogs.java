package io.pixsim.logging.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Captures what each test logs, and hands it to parameters of type {@link CapturedLogs}, of the test method or of its
 * {@code @BeforeEach} and {@code @AfterEach} methods. When the test fails, what it logged is printed.
 *
 * <pre>{@code
 * @CaptureLogs
 * class WorkerTest {
 *     @Test
 *     void logsEachStage(CapturedLogs logs) {
 *         worker.process(job);
 *
 *         assertThat(logs).job(123).followed(PIPELINE_START, PROVIDER_SUBMIT, PROVIDER_COMPLETE);
 *     }
 * }
 * }</pre>
 *
 * What is captured is what reaches the appenders of Logback's root logger: behind the gate, redacted, encoded as a JSON
 * line, as every sink sees it. A call of {@code Logging.configure} in the test changes nothing in that. A parameter of type
 * {@link ManualClock} stops the library's time for the test; one of type {@link LogCapture} is the capture itself.
 *
 * <p>Each test hears its own thread, the threads that this one begins, but for workers of fork-join pools, and tasks that
 * are handed on with their context, as {@code LogContext.wrap} does it. Threads that work for no test, such as those of a
 * server that was started before, are heard while tests run one after the other; in a parallel run by none but a test that
 * is {@link #alone}. A thread of another test is never heard, also when that test has ended.
 *
 * <p>Afterwards, also after a failed test, everything is as it was: levels, additivity and appenders of all loggers, turbo
 * filters, the MDC of the test's thread. Appenders and turbo filters that the test added are stopped, and a front door
 * that it opened is shut. In a parallel run, where Logback is one for all, that is done when the last of those tests ends
 * that capture at the same time: a test that changes the set-up, or calls {@code Logging.configure}, is to be {@link
 * #alone} there. One thing does not come back: the settings of a front door that was open before the test, when the test
 * configured it anew.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CaptureExtension.class)
@ResourceLock(providers = CaptureLocks.class)
public @interface CaptureLogs {

    /**
     * The root logger's level for the threads of a test while it captures; levels of other loggers stay as they are.
     *
     * @return the threshold; unless told otherwise everything, trace included, which is written as debug
     */
    Severity level() default Severity.DEBUG;

    /**
     * Whether no other test may capture at the same time, so that every thread is heard, whoever it works for, and the
     * set-up of the loggers may be changed.
     *
     * @return false unless told otherwise
     */
    boolean alone() default false;
}
