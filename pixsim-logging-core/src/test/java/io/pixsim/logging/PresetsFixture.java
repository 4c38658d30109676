package io.pixsim.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.diagnostics.TestVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files that are set by the environment or by an include. */
abstract class PresetsFixture {

    static final Duration LONG = Duration.ofSeconds(30);

    final Map<String, String> variables = new HashMap<>();
    final TestVoice voice = new TestVoice();
    final PrintStream console = System.out;
    final LoggerContext own = new LoggerContext();

    @TempDir
    Path folder;

    @BeforeEach
    void silence() {
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        Logging.shutdown(LONG);
        own.stop();
        System.setOut(console);
    }

    FileSettings resolve(String service) {
        return Settings.resolve(
                        LoggingOptions.forService(service).build(),
                        new Environment(name -> null, variables::get, voice.diagnostics()))
                .files();
    }

    List<String> read(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
