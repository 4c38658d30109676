package io.pixsim.logging.examples.worker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The trace of one job, as an endpoint tells it, one line an event. */
record Timeline(JsonNode events) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS = "%-12s  %-19s  %7s  %8s  %s";
    private static final int WIDEST_MESSAGE = 50;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    static Timeline read(URI ingest, String jobId) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI trace = ingest.resolve("/api/v1/logs/trace/job/" + jobId);
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(trace).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(trace + " answered " + answer.statusCode());
        }
        return new Timeline(JSON.readTree(answer.body()));
    }

    List<String> lines() {
        Stream<String> rows = StreamSupport.stream(events.spliterator(), false).map(Timeline::line);
        return Stream.concat(Stream.of(COLUMNS.formatted("time", "stage", "attempt", "duration", "message")), rows)
                .toList();
    }

    private static String line(JsonNode event) {
        Instant instant = Instant.parse(event.path("timestamp").asText());
        String duration = event.path("duration_ms").isNumber() ? event.path("duration_ms") + " ms" : "";
        return COLUMNS.formatted(
                CLOCK.format(LocalTime.ofInstant(instant, ZoneId.systemDefault())),
                event.path("stage").asText(""),
                event.path("attempt").asText(""),
                duration,
                message(event));
    }

    private static String message(JsonNode event) {
        String message = event.path("msg").asText("");
        String error = event.path("error").asText("");
        String whole = error.isEmpty() ? message : message + ": " + error;
        return whole.length() <= WIDEST_MESSAGE ? whole : whole.substring(0, WIDEST_MESSAGE - 3) + "...";
    }
}
