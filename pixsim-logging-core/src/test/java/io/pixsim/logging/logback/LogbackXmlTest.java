package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** The parts in a plain {@code logback.xml}, without the front door. */
class LogbackXmlTest {

    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void encodersAndGateAreConfigurable() throws Exception {
        configure("""
                <configuration>
                  <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
                    <samplingProviderStatus>2</samplingProviderStatus>
                  </turboFilter>
                  <appender name="json" class="ch.qos.logback.core.FileAppender">
                    <file>%1$s/events.jsonl</file>
                    <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
                      <service>api</service>
                      <env>prod</env>
                      <maxStringLength>64</maxStringLength>
                    </encoder>
                  </appender>
                  <appender name="human" class="ch.qos.logback.core.FileAppender">
                    <file>%1$s/events.log</file>
                    <encoder class="io.pixsim.logging.logback.HumanEncoder">
                      <service>api</service>
                    </encoder>
                  </appender>
                  <root level="INFO">
                    <appender-ref ref="json" />
                    <appender-ref ref="human" />
                  </root>
                </configuration>
                """);

        for (int i = 0; i < 4; i++) {
            context.getLogger("poller").info(Stage.PROVIDER_STATUS, "polled");
        }
        context.getLogger("poller").info("x".repeat(100));

        List<String> json = lines("events.jsonl");
        assertThat(json).hasSize(3);
        assertThat(json.get(0)).contains("\"service\":\"api\",\"env\":\"prod\"", "\"sample_rate\":2");
        assertThat(json.get(2)).contains("more characters cut");
        assertThat(lines("events.log"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(" INFO  api  "));
        assertNoComplaint();
    }

    @Test
    void namesAndLevelsMayBeSpelledOtherwise() throws Exception {
        configure("""
                <configuration>
                  <appender name="json" class="ch.qos.logback.core.FileAppender">
                    <file>%1$s/events.jsonl</file>
                    <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
                      <service>worker</service>
                      <names>JOB_CENTRIC</names>
                      <upperCaseLevels>true</upperCaseLevels>
                    </encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="json" /></root>
                </configuration>
                """);

        context.getLogger("x").warn("hello");

        assertThat(lines("events.jsonl").get(0))
                .startsWith("{\"ts\":")
                .contains("\"level\":\"WARN\"", "\"component\":\"worker\"");
        assertNoComplaint();
    }

    @Test
    void aWrongSettingIsToldAndTheDefaultTaken() throws Exception {
        configure("""
                <configuration>
                  <appender name="json" class="ch.qos.logback.core.FileAppender">
                    <file>%1$s/events.jsonl</file>
                    <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
                      <service> </service>
                      <maxStringLength>1</maxStringLength>
                    </encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="json" /></root>
                </configuration>
                """);

        context.getLogger("x").info("hello");

        assertThat(lines("events.jsonl").get(0)).contains("\"service\":\"unknown\"");
        assertThat(messages(Status.WARN)).containsExactly("maxStringLength < 64: 1; taking 32768");
    }

    private void configure(String xml) throws JoranException {
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.formatted(folder).getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private void assertNoComplaint() {
        assertThat(messages(Status.WARN)).isEmpty();
        assertThat(messages(Status.ERROR)).isEmpty();
    }

    private List<String> messages(int level) {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getLevel() == level)
                .map(Status::getMessage)
                .toList();
    }
}
