package io.pixsim.logging.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process and those that it has started. */
final class ProcessTree {

    private ProcessTree() {}

    /** Asks all of them to end, and makes those end that have not done so after a while. */
    static void end(Process process, Duration grace) {
        List<ProcessHandle> asked = all(process.toHandle());
        asked.forEach(ProcessHandle::destroy);
        boolean interrupted = !await(asked, grace);
        asked.stream().flatMap(handle -> all(handle).stream()).forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        interrupted |= !await(List.of(process.toHandle()), grace);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<ProcessHandle> all(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** Waits until they are gone or the time is over; false when it was interrupted. */
    private static boolean await(List<ProcessHandle> handles, Duration time) {
        CompletableFuture<?>[] ends = handles.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) { // those that are left are made to end
            return true;
        } catch (InterruptedException e) { // whoever ended us wants them ended, too
            return false;
        }
    }
}
