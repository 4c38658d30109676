package io.pixsim.logging.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ch.qos.logback.classic.LoggerContext;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.WebServer;
import io.pixsim.logging.http.endpoint.WebServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The id that delivery gives an event, seen by receivers that don't speak PixSim. */
class EventUidTest {

    private static final int EVENTS = 5;

    private final LoggerContext context = Contexts.fresh();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theBulkApiKnowsAnEventByIt() throws IOException {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{\"errors\":false}"))) {
            logTo(server, "bulk");

            for (Request request : server.requests()) {
                assertThat(ids(request))
                        .isEqualTo(members(request, 1, document -> document.get("event_uid")))
                        .doesNotContainNull();
            }
            assertThat(allIds(server)).hasSize(EVENTS).doesNotHaveDuplicates();
        }
    }

    @Test
    void anEventThatTheBulkApiWantsAgainHasTheSameId() throws IOException {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{\"errors\":false}"))) {
            server.answer(request -> {
                server.answer(next -> Reply.json(200, "{\"errors\":false}"));
                return lastIsBusy(request.text().lines().count() / 2);
            });
            logTo(server, "bulk");

            List<Object> first = ids(server.requests().get(0));
            assertThat(ids(server.requests().get(1))).contains(first.get(first.size() - 1));
            assertThat(allIds(server)).hasSize(EVENTS + 1);
            assertThat(allIds(server).stream().distinct()).hasSize(EVENTS);
        }
    }

    @Test
    void anOtlpRecordHasItAsAnAttribute() throws IOException {
        try (WebServer server = WebServer.start(request -> new Reply(200, "application/x-protobuf", "", Map.of()))) {
            logTo(server, "otlp");

            List<String> ids = new ArrayList<>();
            for (Request request : server.requests()) {
                records(request)
                        .forEach(record -> record.getAttributesList().stream()
                                .filter(attribute -> attribute.getKey().equals("event_uid"))
                                .forEach(attribute ->
                                        ids.add(attribute.getValue().getStringValue())));
            }
            assertThat(ids).hasSize(EVENTS).doesNotHaveDuplicates();
        }
    }

    private void logTo(WebServer server, String format) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setUrl(server.url("/").toString());
        appender.setFormat(format);
        appender.setCompression("none");
        appender.start();
        context.getLogger("ROOT").addAppender(appender);
        for (int i = 0; i < EVENTS; i++) {
            context.getLogger("io.pixsim.jobs").info("hello");
        }
        context.stop();
    }

    private static Reply lastIsBusy(long events) {
        String stored = "{\"create\":{\"status\":201}},".repeat((int) events - 1);
        return Reply.json(200, "{\"errors\":true,\"items\":[" + stored + "{\"create\":{\"status\":429}}]}");
    }

    private static List<Object> allIds(WebServer server) throws IOException {
        List<Object> all = new ArrayList<>();
        for (Request request : server.requests()) {
            all.addAll(ids(request));
        }
        return all;
    }

    private static List<Object> ids(Request request) throws IOException {
        return members(request, 0, action -> ((Map<?, ?>) action.get("create")).get("_id"));
    }

    /** Of every second line, from the given one on. */
    private static List<Object> members(Request request, int from, Function<Map<String, Object>, Object> member)
            throws IOException {
        List<String> lines = request.text().lines().toList();
        List<Object> members = new ArrayList<>();
        for (int i = from; i < lines.size(); i += 2) {
            members.add(member.apply(JsonReader.readObject(lines.get(i).getBytes(UTF_8))));
        }
        return members;
    }

    private static List<LogRecord> records(Request request) throws IOException {
        return ExportLogsServiceRequest.parseFrom(request.body().toByteArray()).getResourceLogsList().stream()
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .flatMap(scope -> scope.getLogRecordsList().stream())
                .toList();
    }
}
