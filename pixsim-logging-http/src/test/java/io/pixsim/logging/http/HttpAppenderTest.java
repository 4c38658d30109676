package io.pixsim.logging.http;

import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** Events that arrive. */
class HttpAppenderTest extends AppenderFixture {

    @Test
    void anEventArrivesAsOneJsonObject() {
        HttpAppender appender = started(a -> a.setService("worker"));

        logger("io.pixsim.jobs").atInfo().addKeyValue("job_id", "job-abc123").log("processing {}", "started");
        appender.flush(LONG);

        Map<?, ?> event = endpoint.requests().get(0).logs().get(0);
        assertThat(event.get("msg")).isEqualTo("processing started");
        assertThat(event.get("service")).isEqualTo("worker");
        assertThat(event.get("level")).isEqualTo("info");
        assertThat(event.get("job_id_raw")).isEqualTo("job-abc123");
        assertThat(event.containsKey("job_id")).isFalse();
    }

    @Test
    void anEventIsBoundedAsByTheEncoder() {
        HttpAppender appender = started(a -> {
            a.setMaxFields(2);
            a.setMaxDepth(2);
            a.setMaxEventBytes(4_096);
        });

        logger("io.pixsim.jobs")
                .atInfo()
                .addKeyValue("nested", Map.of("a", Map.of("b", Map.of("c", "deep"))))
                .addKeyValue("second", 2)
                .addKeyValue("third", "one too many")
                .log("hello");
        logger("io.pixsim.jobs")
                .atInfo()
                .addKeyValue("large", "x".repeat(10_000))
                .addKeyValue("late", "no room")
                .log("hello");
        appender.flush(LONG);

        assertThat(endpoint.requests().stream().flatMap(request -> request.logs().stream()))
                .hasSize(2)
                .extracting(Object::toString)
                .allSatisfy(event -> assertThat(event).doesNotContain("c=deep", "one too many", "no room"));
    }

    @Test
    void theLineOfAFanIsForwardedAsTheEndpointTakesIt() {
        HttpAppender appender = started(a -> {});
        JsonLinesEncoder lines = new JsonLinesEncoder();
        lines.setContext(context);
        lines.setService("the fan's");
        lines.start();
        LoggingEvent event =
                new LoggingEvent("fqcn", context.getLogger("io.pixsim.jobs"), Level.INFO, "hello", null, null);
        event.addKeyValuePair(new KeyValuePair("job_id", "job-abc123"));

        lines.encode(event, appender::append);
        appender.flush(LONG);

        Map<?, ?> sent = endpoint.requests().get(0).logs().get(0);
        assertThat(sent.get("service")).isEqualTo("the fan's");
        assertThat(sent.get("job_id_raw")).isEqualTo("job-abc123");
    }

    @Test
    void theSettingsOfTheWireReachTheRequest() {
        HttpAppender appender = started(a -> {
            a.setToken("s3cret");
            a.setEnv("prod");
        });

        logger("io.pixsim.jobs").info("hello");
        appender.flush(LONG);

        assertThat(endpoint.requests().get(0).headers().getFirst("Authorization"))
                .isEqualTo("Bearer s3cret");
        assertThat(endpoint.requests().get(0).logs().get(0).get("env").toString())
                .isEqualTo("prod");
    }

    @Test
    void stoppingDeliversWhatWaits() {
        HttpAppender appender = started(a -> a.setFlushInterval("1 minute"));
        for (int i = 0; i < 25; i++) {
            logger("io.pixsim.jobs").info("event {}", i);
        }

        context.stop();

        assertThat(endpoint.stored()).hasSize(25);
        assertThat(appender.stats().delivered()).isEqualTo(25);
        assertThat(appender.isStarted()).isFalse();
    }

    @Test
    void whatWasLostIsToldInTheStreamOnceItFlowsAgain() {
        endpoint.behave(Behaviour.always(Reply.status(503)));
        HttpAppender appender = started(a -> {
            a.setQueueBytes(20_000);
            a.setFlushInterval("50 ms");
        });
        while (!appender.stats().dropped().containsKey(DropReason.QUEUE_FULL)) {
            logger("io.pixsim.jobs").info("filling up");
        }

        endpoint.behave(Behaviour.storing());
        appender.flush(LONG);
        long lost = appender.stats().dropped().get(DropReason.QUEUE_FULL);
        await().until(() -> {
            logger("io.pixsim.jobs").info("flowing again");
            appender.flush(LONG);
            return !losses().isEmpty();
        });

        appender.flush(LONG);
        assertThat(losses()).hasSize(1);
        assertThat(losses().get(0).get("level")).isEqualTo("warning");
        assertThat(losses().get(0).get("suppressed")).isEqualTo(lost);
        assertThat(losses().get(0).get("lost")).isEqualTo(Map.of("queue_full", lost));
    }

    private List<Map<?, ?>> losses() {
        List<Map<?, ?>> losses = new ArrayList<>();
        endpoint.requests()
                .forEach(request -> request.logs().stream()
                        .filter(event -> "log:loss".equals(event.get("stage")))
                        .forEach(losses::add));
        return losses;
    }
}
