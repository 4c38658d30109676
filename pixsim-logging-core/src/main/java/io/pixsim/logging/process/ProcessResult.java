package io.pixsim.logging.process;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a child process ended.
 *
 * @param exitCode empty when it did not end by itself within its deadline
 * @param duration how long it ran
 * @param stdoutTail the end of standard output, as it was written but for colours and progress; secrets are not masked
 * @param stderrTail the end of standard error, likewise
 */
public record ProcessResult(OptionalInt exitCode, Duration duration, String stdoutTail, String stderrTail) {

    /**
     * Whether the process ended by itself and well.
     *
     * @return true with exit code 0
     */
    public boolean succeeded() {
        return exitCode.orElse(-1) == 0;
    }

    /**
     * Whether the process was ended since its time was over.
     *
     * @return true when there is no exit code
     */
    public boolean timedOut() {
        return exitCode.isEmpty();
    }
}
