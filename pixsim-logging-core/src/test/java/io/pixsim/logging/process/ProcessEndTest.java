package io.pixsim.logging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.pixsim.logging.context.JobScopes;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that do not end by themselves, and those that they leave behind. With real children. */
@Timeout(120)
class ProcessEndTest extends ProcessFixture {

    private static final Duration SOON = Duration.ofMillis(300);

    @Test
    void aChildThatHangsIsEndedWhenItsTimeIsOver() throws Exception {
        ProcessResult result = process("hangs").deadline(SOON).run();

        assertThat(result.timedOut()).isTrue();
        assertThat(end())
                .containsEntry("level", "error")
                .containsEntry("msg", "process timed out")
                .containsEntry("error", "not done after 300 ms")
                .containsEntry("error_type", "ProcessTimeout")
                .doesNotContainKey("exit_code");
        assertThat(isAlive((long) end().get("pid"))).isFalse();
    }

    @Test
    void whatItHasStartedIsEndedWithIt() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread runner = new Thread(() -> {
            try {
                process("spawns").readStdout(lines::add).run();
            } catch (IOException | InterruptedException e) { // the interrupt, at the end
                Thread.currentThread().interrupt();
            }
        });
        runner.start();
        while (lines.isEmpty()) {
            Thread.onSpinWait();
        }
        long grandchild = Long.parseLong(lines.get(0).substring("grandchild ".length()));
        assertThat(isAlive(grandchild)).isTrue();

        runner.interrupt();
        runner.join();

        assertThat(isAlive(grandchild)).isFalse();
        assertThat(end()).containsEntry("msg", "process interrupted").containsEntry("level", "warning");
    }

    @Test
    void whoOutlivesItAndHoldsItsOutputIsNotWaitedFor() throws Exception {
        try {
            ProcessResult result = process("leaves").grace(SOON).run();

            assertThat(result.succeeded()).isTrue();
        } finally {
            endThoseThatHang();
        }
    }

    @Test
    void nobodyWhoHoldsItsOutputKeepsItsJobOpen() throws Exception {
        List<String> ended = new CopyOnWriteArrayList<>();
        Consumer<String> listener = ended::add;
        JobScopes.listen(listener);
        try (var job = LogContext.job(123)) {
            process("leaves").grace(SOON).run();
            job.close();

            assertThat(ended).containsExactly("123");
        } finally {
            JobScopes.forget(listener);
            endThoseThatHang();
        }
    }

    @Test
    void aChildThatNoThreadIsThereForIsEnded() {
        OutputOptions unlogged = new OutputOptions(null, 0, 256, 256, StandardCharsets.UTF_8);
        List<String> hangs = Child.command("hangs");
        ProcessEvents events = new ProcessEvents(logged.logger(), null, hangs);
        ProcessPlan plan =
                new ProcessPlan(events, hangs, Map.of(), null, new byte[0], unlogged, unlogged, line -> {}, SOON, SOON);
        OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread");

        assertThatThrownBy(() -> new ProcessRun(plan, task -> {
                            throw noThread;
                        })
                        .run())
                .isSameAs(noThread);

        assertThat(end()).containsEntry("level", "error").containsEntry("msg", "process not started");
        assertThat(isAlive((long) logged.events().get(0).get("pid"))).isFalse();
    }

    private static void endThoseThatHang() {
        ProcessHandle.allProcesses()
                .filter(handle -> isOneThatHangs(handle.info().commandLine().orElse("")))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Of this run: another one may have its own. */
    private static boolean isOneThatHangs(String command) {
        return command.contains(" " + Child.ofThisTester() + " ") && command.endsWith(Child.class.getName() + " hangs");
    }

    private static boolean isAlive(long pid) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        return handle.isPresent() && handle.get().isAlive();
    }
}
