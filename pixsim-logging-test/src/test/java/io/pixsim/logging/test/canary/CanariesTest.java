package io.pixsim.logging.test.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

@ResourceLock("io.pixsim.logging.test.CaptureLogs")
class CanariesTest {

    @TempDir
    Path folder;

    @Test
    @PlantCanaries
    void sinksBehindTheFrontDoorShowNoCanary(Canaries canaries) {
        canaries.watch(folder);
        org.slf4j.Logger log = Logging.configure(LoggingOptions.forService("worker")
                .file(folder.resolve("worker.log"))
                .build());

        log.info("calling the provider with api_key={}", canaries.secret("the provider's key"));
    }

    @Test
    void everyCanaryReachesTheSinksThatAreWatched() throws Exception {
        Path file = folder.resolve("worker.log");
        try (Canaries canaries = Canaries.open()) {
            Logging.configure(LoggingOptions.forService("worker").file(file).build());
            canaries.plant();
            Logging.flush(Duration.ofSeconds(5));
        } finally {
            Logging.shutdown(Duration.ofSeconds(5));
        }

        assertThat(Files.readAllLines(file)).hasSize(Place.values().length);
        assertThat(Files.readString(file)).contains("***redacted***").contains("token=***redacted***");
    }

    @Test
    void aSinkThatHidesNothingIsNamedWithThePlaceOfEachCanary() {
        Path file = folder.resolve("plain.log");
        try (Canaries canaries = Canaries.open();
                PlainSink sink = PlainSink.start(file)) {
            canaries.watch(folder).plant();

            assertThatThrownBy(canaries::check)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("file plain.log")
                    .hasMessageContaining("planted as message")
                    .hasMessageContaining("planted as argument")
                    .hasMessageContaining("planted as exception")
                    .hasMessageContaining("planted as name of a thread");
        }
    }

    @Test
    void aCanaryInJsonIsNamedWithItsField() throws Exception {
        try (Canaries canaries = Canaries.open()) {
            String secret = canaries.secret("the key");
            Files.writeString(folder.resolve("dead.jsonl"), "{}\n{\"a\":{\"b\":[1,\"x " + secret + "\"]}}\n");
            canaries.watch(folder);

            assertThatThrownBy(canaries::check)
                    .hasMessage("1 canaries were seen:\n"
                            + "  file dead.jsonl, field a.b[1] of line 2: the canary planted as the key");
        }
    }

    @Test
    void aCanaryOnTheConsoleIsSeen() {
        try (Canaries canaries = Canaries.open()) {
            System.out.write(canaries.secret("the key").getBytes(StandardCharsets.UTF_8), 0, 30);
            System.out.flush();

            assertThatThrownBy(canaries::check).hasMessageContaining("console, at byte 0 of line 1");
        }
    }

    @Test
    void nothingWrittenIsNothingSeen() {
        try (Canaries canaries = Canaries.open()) {
            canaries.secret("unused");
            canaries.watch(folder.resolve("none"));

            assertThatCode(canaries::check).doesNotThrowAnyException();
        }
    }

    /** A file appender as many have it: whatever is logged, as it is. */
    private record PlainSink(Logger root, FileAppender<ILoggingEvent> appender) implements AutoCloseable {

        static PlainSink start(Path file) {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(context);
            encoder.setPattern("%thread %logger %mdc %kvp %msg%n%ex");
            encoder.start();
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setContext(context);
            appender.setFile(file.toString());
            appender.setEncoder(encoder);
            appender.start();
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.addAppender(appender);
            return new PlainSink(root, appender);
        }

        @Override
        public void close() {
            root.detachAppender(appender);
            appender.stop();
        }
    }
}
