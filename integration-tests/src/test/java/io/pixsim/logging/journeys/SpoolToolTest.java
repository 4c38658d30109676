package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.http.SpoolTool;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.Accounting;
import io.pixsim.logging.test.ingest.Answer;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;

/** The command, as people run it, on what a forwarder of each format has left. */
class SpoolToolTest {

    private static final int EVENTS = 40;

    private final IngestServer endpoint = IngestServer.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ZERO);
        endpoint.close();
    }

    @ParameterizedTest
    @EnumSource(IngestionFormat.class)
    void whatAnOutageLeftIsListedInspectedAndReplayed(IngestionFormat format) throws Exception {
        endpoint.respond(Answer.status(503));
        log(format);
        Patience.await().until(() -> Logging.stats().delivery().spooled() == EVENTS);
        Logging.shutdown(Duration.ZERO);
        endpoint.respond(Answer.ok());

        assertThat(run(0, "list", folder.toString()))
                .anyMatch(line -> line.contains("events " + EVENTS + "  segments"));
        assertThat(run(0, "inspect", folder.toString()))
                .hasSize(EVENTS)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(run(0, "replay", folder.toString(), endpoint.url(format).toString(), format.toString()))
                .containsExactly("delivered " + EVENTS + "  refused 0  left 0");

        assertArrived();
        assertThat(run(0, "list", folder.toString())).containsExactly("dead letters 0");
    }

    @ParameterizedTest
    @EnumSource(IngestionFormat.class)
    void whatWasRefusedIsListedInspectedAndReplayed(IngestionFormat format) throws Exception {
        endpoint.respond(Answer.refusing(422, event -> Long.valueOf(7).equals(event.get("number"))));
        log(format);
        Patience.await().until(() -> Logging.stats().delivery().deadLettered() == 1);
        assertThat(Logging.shutdown(Patience.LONG).undelivered()).isZero();
        endpoint.respond(Answer.ok());

        assertThat(run(0, "list", folder.toString())).containsExactly("dead letters 1");
        assertThat(run(0, "inspect", folder.toString()))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"reason\":\"", "\"event\":{\"timestamp\":\""));
        assertThat(run(
                        0,
                        "replay-dead-letters",
                        folder.toString(),
                        endpoint.url(format).toString(),
                        format.toString()))
                .containsExactly("delivered 1  refused 0  left 0");

        // OTLP does not say which one it rejected: there another may be stored twice.
        if (format != IngestionFormat.OTLP) {
            assertArrived();
        }
        assertThat(run(0, "list", folder.toString())).containsExactly("dead letters 0");
    }

    private void log(IngestionFormat format) {
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(endpoint.url(format))
                .endpoint(EndpointOptions.of(format))
                .spoolFolder(folder)
                .build());
        for (int i = 0; i < EVENTS; i++) {
            log.info("numbered", ExitingChild.NUMBER.of(i));
        }
    }

    private void assertArrived() {
        assertThat(endpoint.accounting("number")).isEqualTo(new Accounting(EVENTS, List.of(), List.of()));
    }

    private static List<String> run(int status, String... arguments) throws Exception {
        try (ChildJvm command = ChildJvm.run(SpoolTool.class, Map.of(), arguments)) {
            assertThat(command.awaitExit()).as("%s", command.lines()).isEqualTo(status);
            return command.lines();
        }
    }
}
