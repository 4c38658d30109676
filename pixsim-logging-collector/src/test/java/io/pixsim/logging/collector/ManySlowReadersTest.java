package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
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

/** A thousand who ask for megabytes and read nothing, and a collector in a small heap: others notice nothing of them. */
@Timeout(value = 200, unit = TimeUnit.SECONDS)
class ManySlowReadersTest {

    private static final int READERS = 1000;
    private static final int ENTRIES = 20;
    private static final String EVENT =
            "{\"level\":\"info\",\"service\":\"large\",\"job_id\":7,\"msg\":\"" + "m".repeat(100_000) + "\"}";
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/logs/export",
            "/api/v1/logs/export?compress=gzip",
            "/api/v1/logs/query?limit=1000",
            "/api/v1/logs/trace/job/7",
            "/api/v1/logs/context/10?before=1000&after=1000",
            "/api/v1/logs/tail?service=large&last_event_id=0",
            "/api/system/logs/large?tailBytes=2000000");

    @TempDir
    Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private ServeChild collector;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        List<String> program = new ArrayList<>(List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"));
        program.addAll(ServeChild.onClassPath());
        collector = ServeChild.start(program, folder);
        url = collector.url();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        collector.close();
    }

    @Test
    void aThousandTakeNoMoreMemoryThanThereIsAndOthersGoOn() throws Exception {
        Client before = new Client(url);
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(before.batch(EVENT).status()).isEqualTo(200);
        }

        for (int i = 0; i < READERS; i++) {
            assertThat(begin(QUESTIONS.get(i % QUESTIONS.size()))).isIn(200, 503);
        }

        Client client = new Client(url); // the other's connection may have been idle for longer than a server keeps it
        assertThat(client.batch("{\"level\":\"info\",\"service\":\"small\"}").status())
                .isEqualTo(200);
        assertThat(client.get(API + "/query", "service", "small").logs()).hasSize(1);
        assertThat(client.get(API + "/query", "service", "large").logs()).hasSize(ENTRIES);
        assertThat(client.get(API + "/export", "service", "large").text().lines())
                .hasSize(ENTRIES);
        assertThat(eventsOf(lastViewer(), ENTRIES)).hasSize(ENTRIES).allMatch(event -> event.length() > 100_000);
    }

    /** Asks, and reads no more than the status. */
    private int begin(String question) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(8 << 10);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
        socket.getOutputStream()
                .write(("GET " + question + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream answer = socket.getInputStream();
        byte[] status = answer.readNBytes("HTTP/1.1 200".length());
        return Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
    }

    private Socket lastViewer() {
        int last = sockets.size() - 1;
        while (!QUESTIONS.get(last % QUESTIONS.size()).contains("/tail?")) {
            last--;
        }
        return sockets.get(last);
    }

    /** One of the thousand reads at last, and misses nothing. */
    private static List<String> eventsOf(Socket viewer, int count) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(viewer.getInputStream(), StandardCharsets.US_ASCII));
        return lines.lines()
                .filter(line -> line.startsWith("data: "))
                .limit(count)
                .toList();
    }
}
