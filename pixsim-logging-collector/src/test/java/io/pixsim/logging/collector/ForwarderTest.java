package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.http.HttpAppender;
import io.pixsim.logging.http.wire.AnswerBody;
import io.pixsim.logging.http.wire.PixSimBatch;
import io.pixsim.logging.http.wire.Receipt;
import io.pixsim.logging.http.wire.WireBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own forwarder, whole: from a call to the log to the trace of its job. */
class ForwarderTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void whatIsLoggedIsFoundByItsJobWhetherThatIsANumberOrAText() throws Exception {
        LoggerContext context = new LoggerContext();
        try (Running running = Running.in(folder, builder -> builder.writeToken("w-token"))) {
            Logger log = logger(context, running, "w-token");

            log.info(Stage.PIPELINE_START, "started", Fields.JOB_ID.of(123));
            log.error(Stage.PROVIDER_ERROR, "failed", Fields.JOB_ID.of(123), new IllegalStateException("no slot"));
            log.info("other", Fields.JOB_ID.of("job-abc123"));
            context.stop();

            await().atMost(LONG).until(() -> total(running) == 3);
            List<Map<String, Object>> trace =
                    running.client.get(API + "/trace/job/123").list();
            assertThat(trace.stream().map(entry -> entry.get("msg"))).containsExactly("started", "failed");
            assertThat(trace.get(1))
                    .containsEntry("job_id", 123L)
                    .containsEntry("level", "error")
                    .containsEntry("stage", "provider:error")
                    .containsEntry("error", "no slot")
                    .containsEntry("error_type", "IllegalStateException");
            assertThat(running.client.get(API + "/trace/job/job-abc123").list().get(0))
                    .containsEntry("job_id", "job-abc123");
        }
    }

    @Test
    void theForwarderKnowsWhichEventsWereRejected() throws Exception {
        try (Running running = Running.in(folder)) {
            List<byte[]> events = Stream.of("{\"level\":\"info\"}", "5", "{\"level\":\"info\"}", "[]")
                    .map(event -> event.getBytes(StandardCharsets.UTF_8))
                    .toList();
            WireBuffer body = new WireBuffer();
            PixSimBatch format = new PixSimBatch(false);
            format.write(events, body);

            Client.Answer answer = running.client.post(API + "/ingest/batch", Arrays.copyOf(body.array(), body.size()));

            assertThat(format.receipt(events, new AnswerBody("application/json", answer.bytes())))
                    .isEqualTo(new Receipt.Each(
                            List.of(),
                            List.of(1, 3),
                            "not a JSON object, but a number; not a JSON object, but a list",
                            Receipt.Cause.NO_TIME));
        }
    }

    @Test
    void withTheWrongTokenNothingIsStored() throws Exception {
        try (Running running =
                Running.in(folder, builder -> builder.writeToken("right").readToken("read"))) {
            assertThat(running.client.batch("{}").status()).isEqualTo(401);
            assertThat(running.client
                            .post(API + "/ingest/batch", "{\"logs\":[]}", "Authorization", "Bearer wrong")
                            .header("WWW-Authenticate"))
                    .isEqualTo("Bearer");
            assertThat(running.client
                            .post(API + "/ingest/batch", "{\"logs\":[]}", "Authorization", "bearer right")
                            .status())
                    .isEqualTo(200);
            assertThat(running.client.get(API + "/query").status()).isEqualTo(401);
            assertThat(running.client
                            .send(running.client
                                    .request(API + "/query")
                                    .header("Authorization", "Bearer read")
                                    .build())
                            .logs())
                    .isEmpty();
            assertThat(running.client.get("/health").status()).isEqualTo(200);
        }
    }

    private static long total(Running running) {
        return (Long) running.client.get(API + "/query").object().get("total");
    }

    private static Logger logger(LoggerContext context, Running running, String token) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setUrl(running.collector.ingestUrl().toString());
        appender.setToken(token);
        appender.setService("worker");
        appender.start();
        Logger log = context.getLogger("worker");
        log.setLevel(Level.DEBUG);
        log.addAppender(appender);
        return log;
    }
}
