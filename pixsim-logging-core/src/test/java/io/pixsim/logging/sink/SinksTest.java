package io.pixsim.logging.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinksTest {

    private final LoggerContext context = new LoggerContext();
    private final PrintStream standardOut = System.out;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        System.setOut(standardOut);
        context.stop();
    }

    @Test
    void theConsoleIsStandardOutput() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        Logger log = logTo(Sinks.console(context, new MessageEncoder()));

        log.info("Grüße");

        assertThat(printed.toString(UTF_8)).isEqualTo("Grüße\n");
    }

    @Test
    void stoppingTheConsoleLeavesStandardOutputOpen() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        Appender<ILoggingEvent> console = Sinks.console(context, new MessageEncoder());
        logTo(console);

        console.stop();
        System.out.print("still here");

        assertThat(printed.toString(UTF_8)).isEqualTo("still here");
    }

    @Test
    void aFileAndItsFolderAreMadeWhenTheyAreMissing() throws IOException {
        Path file = folder.resolve("logs/today/worker.jsonl");
        Logger log = logTo(Sinks.file(context, new MessageEncoder(), file));

        log.info("Grüße");

        assertThat(Files.readString(file)).isEqualTo("Grüße\n");
    }

    @Test
    void whatStandsInAFileAlreadyIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("worker.jsonl"), "from yesterday\n");
        Logger log = logTo(Sinks.file(context, new MessageEncoder(), file));

        log.info("today");

        assertThat(Files.readString(file)).isEqualTo("from yesterday\ntoday\n");
    }

    @Test
    void anEventIsInTheFileWhenTheCallReturns() throws IOException {
        Path file = folder.resolve("worker.jsonl");
        Logger log = logTo(Sinks.file(context, new MessageEncoder(), file));

        for (int i = 1; i <= 3; i++) {
            log.info("event");
            assertThat(Files.readAllLines(file)).hasSize(i);
        }
    }

    @Test
    void aSecondSinkMayWriteToTheFileWhileTheFirstIsStillOpen() throws IOException {
        Path file = folder.resolve("worker.jsonl");
        Appender<ILoggingEvent> old = Sinks.file(context, new MessageEncoder(), file);
        Logger log = logTo(old);
        log.info("old");

        logTo(Sinks.file(context, new MessageEncoder(), file));
        log.info("both");
        old.stop();
        log.info("new");

        assertThat(Files.readAllLines(file)).containsExactly("old", "both", "both", "new");
    }

    @Test
    void sinksAreNotStartedUntilSomebodyDoes() {
        assertThat(Sinks.console(context, new MessageEncoder()).isStarted()).isFalse();
        assertThat(Sinks.file(context, new MessageEncoder(), folder.resolve("worker.jsonl"))
                        .isStarted())
                .isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    private Logger logTo(Appender<ILoggingEvent> sink) {
        sink.start();
        Logger log = context.getLogger("test");
        log.addAppender(sink);
        return log;
    }
}
