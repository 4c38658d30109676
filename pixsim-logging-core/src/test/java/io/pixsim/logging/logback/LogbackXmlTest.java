package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.catalog.Fields;
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

    @Test
    void theGateTakesEverySettingOfTheFrontDoor() throws Exception {
        configure(gate("""
                <domains>cron:OFF,account:DEBUG</domains>
                <samplingProviderStatus>5</samplingProviderStatus>
                <sampleStages>retry:decision:2</sampleStages>
                <sampleJobs>1</sampleJobs>
                <rateLimit>3</rateLimit>
                <collapseDuplicates>2.5</collapseDuplicates>
                <collapsePolling>false</collapsePolling>
                <excludePaths>/health,/api/v1/jobs/{id}</excludePaths>
                <samplePaths>/status:2</samplePaths>
                <slowRequest>0.5</slowRequest>
                """));

        logFourTimes("poller", "polled {}", Stage.RETRY_DECISION);
        request("/api/v1/jobs/7", 200, 3);
        request("/api/v1/jobs/7", 200, 500);
        request("/api/v1/jobs/7", 404, 3);
        context.getLogger("x").atInfo().addKeyValue("domain", "cron").log("ticked");
        context.getLogger("x").debug("selected", Fields.DOMAIN.of("account"));
        for (int i = 0; i < 10; i++) {
            context.getLogger("x").info("number {}", i);
        }

        assertThat(messages("events.jsonl"))
                .containsExactly(
                        "polled 0",
                        "polled 2",
                        "http_request",
                        "http_request",
                        "selected",
                        "number 0",
                        "number 1",
                        "number 2");
        assertNoComplaint();
    }

    @Test
    void theGateDropsHealthChecksUnlessToldOtherwise() throws Exception {
        configure(gate(""));

        request("/health", 200, 3);
        request("/jobs", 200, 3);
        context.getLogger("x").info("hello");

        assertThat(messages("events.jsonl")).containsExactly("http_request", "hello");
    }

    @Test
    void noPathIsDroppedWhenToldSo() throws Exception {
        configure(gate("<excludePaths>none</excludePaths>"));

        request("/health", 200, 3);

        assertThat(messages("events.jsonl")).containsExactly("http_request");
    }

    @Test
    void eachWrongRuleOfTheGateIsToldAndLeftOut() throws Exception {
        configure(gate("""
                <domains>cron:LOUD,account:OFF</domains>
                <samplingProviderStatus>0</samplingProviderStatus>
                <samplePaths>/status</samplePaths>
                <slowRequest>soon</slowRequest>
                """));

        context.getLogger("x").atInfo().addKeyValue("domain", "account").log("selected");

        assertThat(messages("events.jsonl")).isEmpty();
        assertThat(messages(Status.WARN))
                .containsExactly(
                        "domains: 'cron:LOUD' is not like domain:LEVEL or domain:OFF; it is left out",
                        "samplingProviderStatus < 1: 0; taking 1",
                        "samplePaths: '/status' is not like path:rate; it is left out",
                        "slowRequest: 'soon' is not a number of seconds above 0, up to 3600; taking 1.0");
    }

    private static String gate(String settings) {
        return """
                <configuration>
                  <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
                    %s
                  </turboFilter>
                  <appender name="json" class="ch.qos.logback.core.FileAppender">
                    <file>%%1$s/events.jsonl</file>
                    <encoder class="io.pixsim.logging.logback.JsonLinesEncoder" />
                  </appender>
                  <root level="INFO"><appender-ref ref="json" /></root>
                </configuration>
                """.formatted(settings);
    }

    private void logFourTimes(String logger, String message, Stage stage) {
        for (int i = 0; i < 4; i++) {
            context.getLogger(logger).info(stage, message, i);
        }
    }

    private void request(String path, int status, int millis) {
        context.getLogger("api")
                .atInfo()
                .addKeyValue("path", path)
                .addKeyValue("status_code", status)
                .addKeyValue("duration_ms", millis)
                .log("http_request");
    }

    private List<String> messages(String file) throws IOException {
        return lines(file).stream()
                .map(line -> line.replaceAll(".*\"msg\":\"([^\"]*)\".*", "$1"))
                .toList();
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
