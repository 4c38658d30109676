package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.status.Status;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import org.junit.jupiter.api.Test;

/** The gate in a plain {@code logback.xml}, without the front door. */
class GateXmlTest extends XmlFixture {

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
                <rateLimit>0</rateLimit>
                <collapseDuplicates>2s</collapseDuplicates>
                <samplePaths>/status</samplePaths>
                <slowRequest>soon</slowRequest>
                """));

        context.getLogger("x").atInfo().addKeyValue("domain", "account").log("selected");

        assertThat(messages("events.jsonl")).isEmpty();
        assertThat(messages(Status.WARN))
                .containsExactly(
                        "domains: 'cron:LOUD' is not like domain:LEVEL or domain:OFF; it is left out",
                        "samplingProviderStatus < 1: 0; taking 1",
                        "rateLimit < 1: 0; setting no limit",
                        "collapseDuplicates: '2s' is not a number of seconds above 0, up to 3600; leaving it off",
                        "samplePaths: '/status' is not like path:rate with a whole number from 1; it is left out",
                        "slowRequest: 'soon' is not a number of seconds above 0, up to 3600; taking 1.0");
    }

    @Test
    void whatIsHeldBackIsToldWhenTheContextStops() throws Exception {
        configure(gate("<collapseDuplicates>60</collapseDuplicates><jobSummaries>false</jobSummaries>"));
        for (int i = 0; i < 4; i++) {
            context.getLogger("x").info("submitting", Fields.JOB_ID.of(7));
        }

        context.stop();

        assertThat(messages("events.jsonl")).startsWith("submitting", "event repeated");
    }

    @Test
    void whatIsHeldBackIsToldOnceThoughTheContextIsConfiguredAnewAndStopped() throws Exception {
        configure(gate("<sampleStages>retry:decision:100</sampleStages><jobSummaries>false</jobSummaries>"));
        logFourTimes("poller", "polled {}", Stage.RETRY_DECISION);

        context.reset();
        context.stop();

        assertThat(messages("events.jsonl")).hasSize(2).startsWith("polled 0");
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
}
