package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import ch.qos.logback.core.status.Status;
import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Test;

/** The encoders in a plain {@code logback.xml}, without the front door. */
class LogbackXmlTest extends XmlFixture {

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
                      <maxFields>0</maxFields>
                      <maxDepth>33</maxDepth>
                      <maxEventBytes>100</maxEventBytes>
                    </encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="json" /></root>
                </configuration>
                """);

        context.getLogger("x").info("hello");

        assertThat(lines("events.jsonl").get(0)).contains("\"service\":\"unknown\"");
        assertThat(messages(Status.WARN))
                .containsExactly(
                        "maxStringLength < 64: 1; taking 32768",
                        "maxFields < 1: 0; taking 20000",
                        "maxDepth > 32: 33; taking 32",
                        "maxEventBytes < 4096: 100; taking 524288");
    }

    @Test
    void whatIsWrittenOfAnEventCanBeLimited() throws Exception {
        configure("""
                <configuration>
                  <appender name="json" class="ch.qos.logback.core.FileAppender">
                    <file>%1$s/events.jsonl</file>
                    <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
                      <maxStringLength>64</maxStringLength>
                      <maxFields>2</maxFields>
                      <maxDepth>1</maxDepth>
                      <maxEventBytes>4096</maxEventBytes>
                    </encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="json" /></root>
                </configuration>
                """);

        context.getLogger("x")
                .atInfo()
                .addKeyValue("scenes", List.of(List.of("deep"), "flat"))
                .addKeyValue("frames", "x".repeat(100))
                .addKeyValue("third", 3)
                .log("rendered");
        context.getLogger("x")
                .atInfo()
                .addKeyValue("many", Collections.nCopies(10_000, "frame"))
                .log("rendered");

        assertThat(lines("events.jsonl").get(0))
                .contains(
                        "[nested deeper than 1]",
                        "flat",
                        "more characters cut",
                        "\"_repaired\":[\"scenes\",\"frames\",\"third\"]")
                .doesNotContain("\"third\":");
        assertThat(lines("events.jsonl").get(1)).hasSizeLessThan(4096).contains("[cut]");
        assertNoComplaint();
    }
}
