package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.bridge.SLF4JBridgeHandler;

class JulBridgeTest {

    @TempDir
    Path folder;

    private final Logger root = Logger.getLogger("");
    private final Logger jul = Logger.getLogger("com.example.Renderer");
    private final List<Handler> handlers = List.of(root.getHandlers());
    private final Level level = root.getLevel();

    @BeforeEach
    void nothingIsBridged() {
        assertThat(SLF4JBridgeHandler.isInstalled()).isFalse();
    }

    @AfterEach
    void everythingIsAsItWas() {
        Logging.level("com.example", Severity.INFO);
        Logging.shutdown(Duration.ofSeconds(5));
        assertThat(root.getHandlers()).containsExactlyElementsOf(handlers);
        assertThat(root.getLevel()).isEqualTo(level);
    }

    @Test
    void whatIsLoggedArrivesInTheStreamWithItsContext() throws Exception {
        configure(JvmOptions.builder().build());

        try (var job = LogContext.job(123)) {
            jul.log(Level.WARNING, "low on {0}", "memory");
        }

        assertThat(FileLines.events(file()))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("msg", "low on memory")
                        .containsEntry("level", "warning")
                        .containsEntry("logger", "com.example.Renderer")
                        .containsEntry("job_id", 123L));
    }

    @Test
    void whatIsNotWrittenIsHeldBackBeforeItCostsAnything() {
        configure(JvmOptions.builder().build());
        assertThat(jul.isLoggable(Level.FINE)).isFalse();

        Logging.level("com.example", Severity.DEBUG);

        assertThat(jul.isLoggable(Level.FINE)).isTrue();
        assertThat(Logger.getLogger("okhttp3.internal.http2.Http2").isLoggable(Level.FINE))
                .isFalse();
    }

    @Test
    void configuringAgainBridgesOnce() throws Exception {
        configure(JvmOptions.builder().build());
        configure(JvmOptions.builder().uncaughtExceptions(false).build());

        jul.info("once");

        assertThat(FileLines.events(file())).hasSize(1);
    }

    @Test
    void itCanBeLeftOff() {
        configure(JvmOptions.builder().bridgeJul(false).build());

        assertThat(SLF4JBridgeHandler.isInstalled()).isFalse();
        assertThat(root.getHandlers()).containsExactlyElementsOf(handlers);
    }

    @Test
    void aBridgeOfTheProgramsOwnStays() {
        SLF4JBridgeHandler.install();
        try {
            configure(JvmOptions.builder().build());
            Logging.shutdown(Duration.ofSeconds(5));

            assertThat(SLF4JBridgeHandler.isInstalled()).isTrue();
        } finally {
            SLF4JBridgeHandler.uninstall();
        }
    }

    private void configure(JvmOptions options) {
        Logging.configure(
                LoggingOptions.forService("worker").file(file()).jvm(options).build());
    }

    private Path file() {
        return folder.resolve("worker.jsonl");
    }
}
