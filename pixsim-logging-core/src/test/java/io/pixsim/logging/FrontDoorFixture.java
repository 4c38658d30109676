package io.pixsim.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A front door that is shut after each test, and what it has printed. */
abstract class FrontDoorFixture {

    static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    final PrintStream console = System.out;
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.shutdown(SOON);
        System.setOut(console);
    }

    static LoggingOptions.Builder worker() {
        return LoggingOptions.forService("worker");
    }

    List<String> console() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    static Map<String, Object> read(String line) {
        try {
            return JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
