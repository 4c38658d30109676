package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import org.junit.jupiter.api.Test;

class HttpAppenderConfigurationTest {

    private static final String XML = """
            <configuration>
              <appender name="HTTP" class="io.pixsim.logging.http.HttpAppender">
                <url>%s</url>
                <batchSize>3</batchSize>
                <flushInterval>1 minute</flushInterval>
                <queueBytes>1000000</queueBytes>
                <inFlight>2</inFlight>
                <token>s3cret</token>
                <service>worker</service>
                <env>prod</env>
                <maxStringLength>100</maxStringLength>
              </appender>
              <root level="INFO"><appender-ref ref="HTTP"/></root>
            </configuration>
            """;

    @Test
    void logbackXmlConfiguresEverySetting() throws JoranException {
        LoggerContext context = Contexts.fresh();
        try (Endpoint endpoint = Endpoint.start(Behaviour.storing())) {
            Xml.configure(context, XML.formatted(endpoint.url()));
            for (int i = 0; i < 7; i++) {
                context.getLogger("io.pixsim.jobs").info("x".repeat(500));
            }
            context.stop();

            assertThat(context.getStatusManager().getCopyOfStatusList())
                    .noneMatch(status -> status.getEffectiveLevel() > Status.INFO);
            assertThat(endpoint.requests()).allSatisfy(request -> {
                assertThat(request.logs()).hasSizeLessThanOrEqualTo(3);
                assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer s3cret");
                assertThat(request.logs()).allSatisfy(event -> {
                    assertThat(event.get("service").toString()).isEqualTo("worker");
                    assertThat(event.get("env").toString()).isEqualTo("prod");
                    assertThat(event.get("msg").toString()).hasSizeLessThan(200);
                });
            });
            assertThat(endpoint.stored()).hasSize(7);
        }
    }

    @Test
    void aWrongSettingLeavesTheApplicationRunningWithoutForwarding() throws JoranException {
        LoggerContext context = Contexts.fresh();

        Xml.configure(context, XML.formatted("nonsense"));
        context.getLogger("io.pixsim.jobs").info("hello");

        HttpAppender appender = (HttpAppender) context.getLogger("ROOT").getAppender("HTTP");
        assertThat(appender.isStarted()).isFalse();
        assertThat(appender.close(Duration.ZERO).undelivered()).isZero();
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .anyMatch(status -> status.getMessage().contains("forwards nothing: url is not http(s)://host"))
                .noneMatch(status -> status.getEffectiveLevel() == Status.ERROR);
        context.stop();
    }
}
