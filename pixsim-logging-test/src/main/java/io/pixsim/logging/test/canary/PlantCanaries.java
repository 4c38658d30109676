package io.pixsim.logging.test.canary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Proves that no secret leaves the program through its logs: plants synthetic secrets in every place that an event has,
 * after the test has run the program's own code, and then searches all that was written, byte by byte. The test fails when
 * one is seen, and names the sink, the field and the place that the canary was planted in.
 *
 * <pre>{@code
 * @PlantCanaries
 * class LeakTest {
 *     @Test
 *     void noSecretLeaves(Canaries canaries, IngestServer endpoint, @TempDir Path logs) {
 *         canaries.watch(logs).watch(endpoint);
 *         Logging.configure(LoggingOptions.forService("worker").file(logs.resolve("worker.log")).build());
 *
 *         worker.process(123, canaries.secret("the provider's key"));
 *     }
 * }
 * }</pre>
 *
 * The console is always watched. Tests with canaries do not run at the same time as each other.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CanariesExtension.class)
@ResourceLock("io.pixsim.logging.test.CaptureLogs")
public @interface PlantCanaries {}
