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
 * {@code @BeforeEach} and {@code @AfterEach} methods.
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
 * What is captured is what reaches the appenders of Logback's root logger, from any thread: behind the gate, redacted,
 * encoded as a JSON line, as every sink sees it. A call of {@code Logging.configure} in the test changes nothing in that.
 *
 * <p>Afterwards, also after a failed test, everything is as it was: levels, additivity and appenders of all loggers, turbo
 * filters, the MDC of the test's thread. Appenders and turbo filters that the test added are stopped, and a front door
 * that it opened is shut. One thing does not come back: the settings of a front door that was open before the test, when
 * the test configured it anew.
 *
 * <p>Logback's root logger is one for all threads, so tests that capture do not run at the same time as each other.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CaptureExtension.class)
@ResourceLock("io.pixsim.logging.test.CaptureLogs")
public @interface CaptureLogs {

    /**
     * The root logger's level while a test captures; levels of other loggers stay as they are.
     *
     * @return the threshold; unless told otherwise everything, trace included, which is written as debug
     */
    Severity level() default Severity.DEBUG;
}
