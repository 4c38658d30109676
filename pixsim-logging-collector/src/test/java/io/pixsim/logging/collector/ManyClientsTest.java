package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
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

/** A thousand connections, most of them slow: nobody waits for another. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ManyClientsTest {

    private static final int SLOW = 1000;
    private static final int VIEWERS = 100;

    @TempDir
    Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private Running running;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        running.close();
    }

    @Test
    void aThousandHalfSentBodiesHoldUpNobodyAndAreTakenWhenTheyEnd() throws Exception {
        String body = "{\"logs\":[{\"level\":\"info\",\"service\":\"slow\"}]}";
        for (int i = 0; i < SLOW; i++) {
            send(
                    connect(),
                    "POST " + API + "/ingest/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body.substring(0, 10));
        }

        assertThat(running.client
                        .batch("{\"level\":\"info\",\"service\":\"quick\"}")
                        .status())
                .isEqualTo(200);
        assertThat(running.client.get(API + "/query", "service", "quick").logs())
                .hasSize(1);
        for (Socket socket : sockets) {
            send(socket, body.substring(10));
        }
        for (Socket socket : sockets) {
            assertThat(lines(socket).readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(running.client.get(API + "/query", "service", "slow").object())
                .containsEntry("total", (long) SLOW);
    }

    @Test
    void aHundredViewersSeeWhatArrives() throws Exception {
        List<BufferedReader> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            Socket socket = connect();
            send(socket, "GET " + API + "/tail HTTP/1.1\r\nHost: localhost\r\n\r\n");
            BufferedReader lines = lines(socket);
            await(lines, ": heartbeat");
            viewers.add(lines);
        }

        running.client.batch("{\"level\":\"info\",\"service\":\"worker\",\"msg\":\"seen by all\"}");

        for (BufferedReader viewer : viewers) {
            await(viewer, "\"msg\":\"seen by all\"");
        }
    }

    private static void await(BufferedReader lines, String text) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.contains(text)) {
            line = lines.readLine();
        }
        assertThat(line).as("a line with %s", text).isNotNull();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), running.collector.url().getPort());
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
