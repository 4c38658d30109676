package io.pixsim.logging.http;

import static io.pixsim.logging.http.endpoint.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.http.endpoint.Behaviour;
import io.pixsim.logging.http.endpoint.Endpoint;
import io.pixsim.logging.http.endpoint.Patience;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

class SpoolToolTest {

    private static final Duration LONG = Patience.LONG;

    private final Endpoint endpoint = Endpoint.start(Behaviour.always(Reply.status(503)));
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @AfterEach
    void stopEndpoint() {
        endpoint.close();
    }

    @Test
    void whatAnOutageLeftIsListedInspectedAndReplayed() {
        logDuring(Reply.status(503), 12, Duration.ZERO);

        assertThat(run("list", folder.toString())).isZero();
        assertThat(printed()).contains("events 12  segments 1").contains("dead letters 0");
        assertThat(run("inspect", folder.toString())).isZero();
        assertThat(printed().lines())
                .hasSize(12)
                .allMatch(line -> line.startsWith("{\"timestamp\":") && line.endsWith("}"));
        endpoint.behave(Behaviour.storing());
        assertThat(run("replay", folder.toString(), endpoint.url())).isZero();
        assertThat(printed()).isEqualTo("delivered 12  refused 0  left 0");
        assertThat(run("list", folder.toString())).isZero();
        assertThat(printed()).isEqualTo("dead letters 0");
    }

    @Test
    void deadLettersAreReplayedOnceTheirCauseIsMendedUnderTheSameId() throws Exception {
        logDuring(Reply.status(422), 1, LONG);
        String refused = Files.readString(folder.resolve("dead-letters.jsonl"));
        String uid = refused.replaceAll("(?s).*\"event_uid\":\"([^\"]*)\".*", "$1");

        endpoint.behave(Behaviour.storing());
        assertThat(run("replay-dead-letters", folder.toString(), endpoint.url()))
                .isZero();

        assertThat(printed()).isEqualTo("delivered 1  refused 0  left 0");
        assertThat(endpoint.stored()).hasSize(1);
        assertThat(endpoint.requests()
                        .get(endpoint.requests().size() - 1)
                        .logs()
                        .get(0)
                        .get("event_uid"))
                .hasToString(uid);
        assertThat(folder.resolve("dead-letters.jsonl")).doesNotExist();
    }

    @Test
    void aDeadLetterThatIsRefusedAgainStaysOne() throws Exception {
        logDuring(Reply.status(422), 1, LONG);

        assertThat(run("replay-dead-letters", folder.toString(), endpoint.url()))
                .isZero();

        assertThat(printed()).isEqualTo("delivered 0  refused 1  left 0");
        assertThat(Files.readAllLines(folder.resolve("dead-letters.jsonl"))).hasSize(1);
    }

    @Test
    void aLineThatCannotBeReplayedIsKeptAndTold() throws Exception {
        String torn = "{\"time\":\"2026-01-01T00:00:00Z\",\"status\":422,\"reason\":\"\",\"event\":{\"msg\":\"to";
        Files.writeString(folder.resolve("dead-letters.jsonl"), torn);
        endpoint.behave(Behaviour.storing());

        int status = run("replay-dead-letters", folder.toString(), endpoint.url());

        assertThat(status).isEqualTo(1);
        assertThat(endpoint.requests()).isEmpty();
        assertThat(Files.readString(folder.resolve("dead-letters.jsonl"))).isEqualToIgnoringNewLines(torn);
    }

    @Test
    void aWrongCommandIsToldHowItGoes() {
        assertThat(run()).isEqualTo(2);
        assertThat(printed()).startsWith("usage: SpoolTool list DIR");
        assertThat(run("list", "nowhere")).isEqualTo(2);
        assertThat(printed()).isEqualTo("not a folder: nowhere");
        assertThat(run("replay", folder.toString(), "ftp://host")).isEqualTo(2);
        assertThat(run("replays", folder.toString(), endpoint.url())).isEqualTo(2);
        assertThat(run("replay", folder.toString(), endpoint.url(), "otlp", "now"))
                .isEqualTo(2);
        assertThat(run("replay", folder.toString(), endpoint.url(), "xml")).isEqualTo(2);
        assertThat(printed()).isEqualTo("format is not pixsim, otlp or bulk: xml");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsReplayedIsInTheFormatThatIsNamedOrSet(boolean named) {
        logDuring(Reply.status(503), 12, Duration.ZERO);
        environment.put("PIXSIM_LOG_INGESTION_FORMAT", named ? "otlp" : "bulk");
        environment.put("PIXSIM_LOG_INGESTION_TOKEN", "s3cret");

        try (WebServer server = WebServer.start(request -> Reply.json(200, "{\"errors\":false}"))) {
            String url = server.url("/logs/_bulk").toString();
            int status = named ? run("replay", folder.toString(), url, "bulk") : run("replay", folder.toString(), url);

            assertThat(status).isZero();
            assertThat(printed()).isEqualTo("delivered 12  refused 0  left 0");
            assertThat(server.requests())
                    .allMatch(request -> request.text().startsWith("{\"create\":{"))
                    .allMatch(request -> "Bearer s3cret".equals(request.header("Authorization")));
        }
    }

    private int run(String... arguments) {
        printed.reset();
        return new SpoolTool(new PrintStream(printed, true, StandardCharsets.UTF_8), environment).run(arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private void logDuring(Reply reply, int events, Duration deadline) {
        endpoint.behave(Behaviour.always(reply));
        LoggerContext context = Contexts.fresh();
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setUrl(endpoint.url());
        appender.setSpoolDir(folder.toString());
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        for (int i = 0; i < events; i++) {
            context.getLogger("io.pixsim.jobs").info("event {}", i);
        }
        await().until(() -> appender.stats().pending() == 0);
        appender.close(deadline);
        context.stop();
    }
}
