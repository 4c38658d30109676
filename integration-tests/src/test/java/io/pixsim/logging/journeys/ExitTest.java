package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.pixsim.logging.test.ingest.Answer;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However a process ends that is asked to end, every event that it handed over arrives, once and in order. */
class ExitTest {

    private static final int EVENTS = 500;
    private static final int EXIT_BY_SIGTERM = 143;

    private final IngestServer endpoint = IngestServer.start();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void theEndOfMainDeliversEverything() throws Exception {
        try (ChildJvm child = child("main")) {
            assertThat(child.awaitExit()).isZero();
        }

        assertEverythingArrived();
    }

    @Test
    void systemExitDeliversEverythingAndKeepsItsStatus() throws Exception {
        try (ChildJvm child = child("exit")) {
            assertThat(child.awaitExit()).isEqualTo(3);
        }

        assertEverythingArrived();
    }

    @Test
    void sigtermDeliversEverything() throws Exception {
        try (ChildJvm child = child("wait")) {
            child.awaitLine(ExitingChild.READY);
            child.terminate();
            assertThat(child.awaitExit()).isEqualTo(EXIT_BY_SIGTERM);
        }

        assertEverythingArrived();
    }

    @Test
    void anEndpointThatStumblesOnTheWayOutCostsNothing() throws Exception {
        endpoint.enqueue(Answer.status(503), Answer.status(500), Answer.cut());

        try (ChildJvm child = child("main")) {
            assertThat(child.awaitExit()).isZero();
        }

        assertThat(numbers()).containsAll(expected());
    }

    @Test
    void anEndpointThatAsksForMoreTimeThanIsLeftIsTriedAllTheSame() throws Exception {
        endpoint.enqueue(Answer.tooManyRequests(Duration.ofSeconds(30)));

        try (ChildJvm child = child("main")) {
            assertThat(child.awaitExit()).isZero();
        }

        assertThat(numbers()).isEqualTo(expected());
    }

    @Test
    void whatAnOutageCostsAtTheEndIsToldThoughTheOutageWasToldBefore() throws Exception {
        endpoint.respond(Answer.status(503));

        try (ChildJvm child = child("main")) {
            assertThat(child.awaitExit()).isZero();

            assertThat(child.lines()).anyMatch(line -> line.contains("they wait and are tried again"));
            assertThat(child.lines()).anyMatch(line -> line.contains("exit left " + EVENTS + " events undelivered"));
        }
    }

    @Test
    void anEndpointThatHangsDelaysTheExitByTheDeadlineOnly() throws Exception {
        endpoint.respond(Answer.hang());

        try (ChildJvm child = child("main")) {
            assertThat(child.awaitExit()).isZero();

            assertThat(child.lines()).anyMatch(line -> line.contains("exit left " + EVENTS + " events undelivered"));
        }
    }

    private ChildJvm child(String ending) throws Exception {
        Map<String, String> environment = Map.of(
                "PIXSIM_LOG_INGESTION_URL", endpoint.url().toString(), "PIXSIM_LOG_INGESTION_FLUSH_INTERVAL", "3600");
        return ChildJvm.run(ExitingChild.class, environment, ending, String.valueOf(EVENTS));
    }

    private void assertEverythingArrived() {
        endpoint.awaitEvents(EVENTS, Patience.LONG);
        assertThat(numbers()).isEqualTo(expected());
    }

    private List<Object> numbers() {
        return endpoint.events().stream()
                .<Object>map(event -> event.get(ExitingChild.NUMBER.name()))
                .toList();
    }

    private static List<Object> expected() {
        return LongStream.range(0, EVENTS).<Object>mapToObj(Long::valueOf).toList();
    }
}
