package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import io.pixsim.logging.encode.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class HumanEncoderTest {

    private static final Terminal COLOURFUL = new Terminal(Map.of("FORCE_COLOR", "1")::get, () -> true);
    private static final Terminal PLAIN = new Terminal(Map.<String, String>of()::get, () -> false);

    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void automaticallyATerminalIsColoured() {
        assertThat(line(new HumanEncoder(COLOURFUL))).startsWith("\033[90m[");
        assertThat(line(new HumanEncoder(PLAIN))).startsWith("[");
    }

    @Test
    void whatIsAskedForCountsMoreThanTheTerminal() {
        HumanEncoder always = new HumanEncoder(PLAIN);
        always.setColour(Colour.ALWAYS);
        HumanEncoder never = new HumanEncoder(COLOURFUL);
        never.setColour(Colour.NEVER);

        assertThat(line(always)).startsWith("\033[90m[");
        assertThat(line(never)).startsWith("[");
    }

    @Test
    void automaticallyAFileIsNotColoured() {
        assertThat(line(under(new FileAppender<>()))).startsWith("[");
    }

    @Test
    void automaticallyStandardErrorIsNotColoured() {
        ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
        errors.setTarget("System.err");

        assertThat(line(under(errors))).startsWith("[");
        assertThat(line(under(new ConsoleAppender<>()))).startsWith("\033[90m[");
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS, true", "AUTO, false", "NEVER, false"})
    void inLogbackXmlTheColourOfAFileIsSet(String colour, boolean coloured) throws Exception {
        configure("""
                <configuration>
                  <appender name="human" class="ch.qos.logback.core.FileAppender">
                    <file>%s/events.log</file>
                    <encoder class="io.pixsim.logging.logback.HumanEncoder">
                      <colour>%s</colour>
                    </encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="human" /></root>
                </configuration>
                """.formatted(folder, colour));

        context.getLogger("x").info("hello");

        assertThat(Files.readString(folder.resolve("events.log")).contains("\033[32mINFO\033[0m"))
                .isEqualTo(coloured);
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allSatisfy(status -> assertThat(status.getEffectiveLevel()).isZero());
    }

    private void configure(String xml) throws Exception {
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static HumanEncoder under(Appender<ILoggingEvent> parent) {
        HumanEncoder encoder = new HumanEncoder(COLOURFUL);
        encoder.setParent(parent);
        return encoder;
    }

    private String line(HumanEncoder encoder) {
        encoder.setContext(context);
        encoder.start();
        LoggingEvent event = new LoggingEvent("x", context.getLogger("x"), Level.INFO, "hello", null, null);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
