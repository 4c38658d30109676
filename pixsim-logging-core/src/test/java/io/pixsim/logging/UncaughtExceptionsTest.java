package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class UncaughtExceptionsTest {

    @TempDir
    Path folder;

    private final UncaughtExceptionHandler original = Thread.getDefaultUncaughtExceptionHandler();
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        Logging.shutdown(Duration.ofSeconds(5));
        System.setErr(standardError);
        Thread.setDefaultUncaughtExceptionHandler(original);
    }

    @Test
    void whatEndsAThreadIsCriticalAndInThePlaceOfWhatTheJvmPrints() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(null);
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        configure(JvmOptions.builder().build());

        end("render-1", () -> {
            LogContext.job(123);
            throw new IllegalStateException("no frame");
        });

        assertThat(FileLines.events(file()))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("level", "critical")
                        .containsEntry("msg", "uncaught exception ended thread render-1")
                        .containsEntry("event", "uncaught_exception")
                        .containsEntry("error", "no frame")
                        .containsEntry("error_type", "IllegalStateException")
                        .containsEntry("thread", "render-1")
                        .containsEntry("logger", "worker")
                        .containsEntry("job_id", 123L)
                        .containsKey("exception"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aThreadWithoutANameIsSaidToBeOne() throws Exception {
        configure(JvmOptions.builder().build());

        end("", () -> {
            throw new IllegalStateException("no frame");
        });

        assertThat(FileLines.events(file()))
                .singleElement()
                .satisfies(event ->
                        assertThat(event).containsEntry("msg", "uncaught exception ended a thread without a name"));
    }

    @Test
    void theHandlerThatWasThereBeforeIsStillCalled() throws Exception {
        List<Throwable> seen = new ArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> seen.add(thrown));
        configure(JvmOptions.builder().build());
        IllegalStateException thrown = new IllegalStateException("no frame");

        end("render-1", () -> {
            throw thrown;
        });

        assertThat(seen).containsExactly(thrown);
        assertThat(FileLines.events(file())).hasSize(1);
    }

    @Test
    void whatCannotBeLoggedIsPrinted() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(null);
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        configure(JvmOptions.builder().build());
        ch.qos.logback.classic.Logger worker = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("worker");
        worker.setLevel(Level.OFF);
        try {
            end("render-1", () -> {
                throw new IllegalStateException("no frame");
            });
        } finally {
            worker.setLevel(null);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Exception in thread \"render-1\" java.lang.IllegalStateException: no frame", "\tat ");
        assertThat(Files.readString(file())).isEmpty();
    }

    @Test
    void shutdownPutsTheHandlerBackThatWasThereBefore() {
        UncaughtExceptionHandler before = (thread, thrown) -> {};
        Thread.setDefaultUncaughtExceptionHandler(before);
        configure(JvmOptions.builder().build());

        Logging.shutdown(Duration.ofSeconds(5));

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    @Test
    void aHandlerThatWasSetLaterStays() {
        configure(JvmOptions.builder().build());
        UncaughtExceptionHandler later = (thread, thrown) -> {};
        Thread.setDefaultUncaughtExceptionHandler(later);

        Logging.shutdown(Duration.ofSeconds(5));

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(later);
    }

    @Test
    void aLaterHandlerThatCallsTheOneBeforeItLogsOnceAfterReconfiguring() throws Exception {
        configure(JvmOptions.builder().build());
        UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> ours.uncaughtException(thread, thrown));
        configure(JvmOptions.builder().bridgeJul(false).build());

        end("render-1", () -> {
            throw new IllegalStateException("no frame");
        });

        assertThat(FileLines.events(file())).hasSize(1);
    }

    @Test
    void aLaterHandlerThatCallsOursAfterShutdownFindsWhatTheJvmDoes() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(null);
        configure(JvmOptions.builder().build());
        UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> ours.uncaughtException(thread, thrown));
        Logging.shutdown(Duration.ofSeconds(5));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));

        end("render-1", () -> {
            throw new IllegalStateException("no frame");
        });

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Exception in thread \"render-1\" java.lang.IllegalStateException: no frame");
    }

    @Test
    void reconfiguringLogsToTheNewServiceWithoutLettingGo() throws Exception {
        configure(JvmOptions.builder().build());
        UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();

        Logging.configure(LoggingOptions.forService("api").file(file()).build());
        end("render-1", () -> {
            throw new IllegalStateException("no frame");
        });

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(ours);
        assertThat(FileLines.events(file()))
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("logger", "api"));
    }

    @Test
    void itCanBeLeftOff() {
        configure(JvmOptions.builder().uncaughtExceptions(false).build());

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(original);
    }

    private void configure(JvmOptions options) {
        Logging.configure(
                LoggingOptions.forService("worker").file(file()).jvm(options).build());
    }

    private static void end(String name, Runnable task) throws InterruptedException {
        Thread thread = new Thread(task, name);
        thread.start();
        thread.join();
    }

    private Path file() {
        return folder.resolve("worker.jsonl");
    }
}
