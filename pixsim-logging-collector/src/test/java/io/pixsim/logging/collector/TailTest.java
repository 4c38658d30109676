package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who watch see all that arrives, in order, and come back without a gap. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TailTest {

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aViewerSeesWhatArrivesAndItsFilterLetsThrough() throws Exception {
        event("api", "before");
        try (Stream stream = watch("?service=worker", null)) {
            stream.awaitFirstBeat();

            event("worker", "one");
            event("api", "other");
            event("worker", "two");

            assertThat(stream.messages(2)).containsExactly("one", "two");
        }
    }

    @Test
    void aViewerThatComesBackMissesNothing() throws Exception {
        String lastId;
        try (Stream stream = watch("", null)) {
            stream.awaitFirstBeat();
            event("worker", "one");
            assertThat(stream.messages(1)).containsExactly("one");
            lastId = stream.lastId;
        }
        for (int i = 0; i < 600; i += 100) {
            events(i, i + 100);
        }

        try (Stream stream = watch("", lastId)) {
            List<String> messages = stream.messages(600);

            assertThat(messages).startsWith("m0", "m1").endsWith("m599").doesNotHaveDuplicates();
        }
    }

    @Test
    void anEndOfTheCollectorEndsTheStream() throws Exception {
        try (Stream stream = watch("", null)) {
            stream.awaitFirstBeat();

            running.close();

            stream.awaitEnd();
        }
    }

    @Test
    void aPlaceThatIsNoIdIsRefused() {
        assertThat(running.client.get(API + "/tail", "last_event_id", "x").status())
                .isEqualTo(422);
    }

    private void event(String service, String message) {
        running.client.batch("{\"level\":\"info\",\"service\":\"" + service + "\",\"msg\":\"" + message + "\"}");
    }

    private void events(int from, int to) {
        List<String> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add("{\"level\":\"info\",\"service\":\"worker\",\"msg\":\"m" + i + "\"}");
        }
        running.client.batch(String.join(",", events));
    }

    private Stream watch(String query, String lastEventId) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(running.collector.url() + API + "/tail" + query));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return new Stream(response.body());
    }

    /** A stream as a browser reads it. */
    private static final class Stream implements AutoCloseable {

        private final BufferedReader lines;
        private String lastId = "";

        Stream(InputStream body) {
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        void awaitFirstBeat() throws IOException {
            assertThat(lines.readLine()).isEqualTo(": heartbeat");
        }

        List<String> messages(int count) throws IOException {
            List<String> messages = new ArrayList<>();
            while (messages.size() < count) {
                String line = lines.readLine();
                assertThat(line).as("the stream has ended after %s", messages).isNotNull();
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    messages.add(line.replaceAll(".*\"msg\":\"([^\"]*)\".*", "$1"));
                }
            }
            return messages;
        }

        void awaitEnd() throws IOException {
            while (lines.readLine() != null) {
                // what was on its way
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
