package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.http.HttpAppender;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whichever format our own forwarder sends in, a query finds the same. */
class ForwarderFormatsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Exception failure = new IllegalStateException("no slot");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"otlp,/v1/logs", "bulk,/_bulk", "bulk,/logs-app/_bulk"})
    void theFieldsAreThoseOfThePixSimFormat(String format, String path) throws Exception {
        try (Running running = Running.in(folder, builder -> builder.writeToken("w-token"))) {
            List<Map<String, Object>> usual = send(running, "pixsim", running.collector.ingestUrl(), 1);
            List<Map<String, Object>> other =
                    send(running, format, running.collector.url().resolve(path), 2);

            assertThat(other).isEqualTo(usual);
            assertThat(usual.get(0)).containsEntry("level", "warning").containsEntry("stage", "provider:submit");
            assertThat(usual.get(1)).containsEntry("level", "critical").containsEntry("error", "no slot");
        }
    }

    /** Sends the same events for another job, and gives what is found, without what no two events have in common. */
    private List<Map<String, Object>> send(Running running, String format, URI url, int job) {
        LoggerContext context = new LoggerContext();
        Logger log = logger(context, url, format);
        log.warn(
                Stage.PROVIDER_SUBMIT,
                "submitted",
                Fields.JOB_ID.of(job),
                Fields.TRACE_ID.of("0af7651916cd43dd8448eb211c80319c"));
        log.error(Severity.CRITICAL, "failed", Fields.JOB_ID.of(job), failure);
        log.atDebug()
                .addKeyValue("job_id", job)
                .addKeyValue("event", "prompt_written")
                .addKeyValue("params", Map.of("steps", List.of(1, 2.5, "three"), "api_key", "sk-123"))
                .log("a prompt with \u00e9 and \u2192");
        context.stop();
        await().atMost(LONG)
                .until(() ->
                        running.client.get(API + "/trace/job/" + job).list().size() == 3);
        return running.client.get(API + "/trace/job/" + job).list().stream()
                .map(ForwarderFormatsTest::comparable)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> comparable(Map<String, Object> entry) {
        Map<String, Object> same = new LinkedHashMap<>(entry);
        List.of("id", "timestamp", "job_id").forEach(same::remove);
        Map<String, Object> extra = new LinkedHashMap<>((Map<String, Object>) entry.get("extra"));
        extra.remove("event_uid");
        same.put("extra", extra);
        return same;
    }

    private static Logger logger(LoggerContext context, URI url, String format) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setUrl(url.toString());
        appender.setFormat(format);
        appender.setToken("w-token");
        appender.setService("worker");
        appender.start();
        Logger log = context.getLogger("worker");
        log.setLevel(Level.DEBUG);
        log.addAppender(appender);
        return log;
    }
}
