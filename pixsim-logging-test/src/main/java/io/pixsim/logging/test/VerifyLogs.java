package io.pixsim.logging.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that passed when what it logged breaks the rules that all logs are to keep. Captures as {@link CaptureLogs}
 * does, whose settings hold when both are there.
 *
 * <pre>{@code
 * @VerifyLogs(stages = "video:compose")
 * class WorkerTest {
 *     @Test
 *     void rendersAVideo(Canaries canaries) {
 *         worker.process(123, canaries.secret("the provider's key"));
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li><b>The catalog:</b> each stage is known, each field has its type, no name stands for two things, nothing had to be
 *       repaired, each line is valid by the schema.
 *   <li><b>The stages of each job:</b> one that has ended says how, with {@code provider:complete} or {@code
 *       provider:error}; between two attempts there is a {@code retry:decision}; {@code attempt} grows. A job whose last
 *       stage is {@code provider:submit}, {@code provider:status} or a retry that was put off has not ended.
 *   <li><b>Canaries:</b> no event holds a secret that the test got from its parameter of type {@link
 *       io.pixsim.logging.test.canary.Canaries}. To have them planted everywhere, and looked for in files, requests and on
 *       the console, there is {@link io.pixsim.logging.test.canary.PlantCanaries}, alone or beside this.
 * </ul>
 *
 * The failure names each event that breaks a rule, and the rule.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@CaptureLogs
@ExtendWith(VerifyExtension.class)
public @interface VerifyLogs {

    /**
     * Names of stages that are the program's own.
     *
     * @return none unless told otherwise
     */
    String[] stages() default {};

    /**
     * Whether the stages of jobs have to add up. A test of a part of a job may not want that.
     *
     * @return true unless told otherwise
     */
    boolean wholeJobs() default true;
}
