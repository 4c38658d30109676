package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for much and reads nothing holds no thread: others are answered, and he himself is when he reads at last. */
class SlowReaderTest {

    private static final int READERS = 20;
    private static final int ENTRIES = 40;
    private static final String EXPORT =
            "GET " + API + "/export HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void exportsThatNobodyReadsHoldUpNobody() throws Exception {
        try (Running running = Running.in(folder)) {
            String event = "{\"level\":\"info\",\"service\":\"a\",\"msg\":\"" + "m".repeat(500_000) + "\"}";
            for (int i = 0; i < ENTRIES; i++) {
                running.client.batch(event);
            }
            List<Socket> readers = new ArrayList<>();
            try {
                for (int i = 0; i < READERS; i++) {
                    Socket reader = new Socket(
                            InetAddress.getLoopbackAddress(),
                            running.collector.url().getPort());
                    readers.add(reader);
                    reader.getOutputStream().write(EXPORT.getBytes(StandardCharsets.US_ASCII));
                }

                assertThat(running.client.batch(event).object()).containsEntry("count", 1L);
                assertThat(running.client.get(API + "/query", "limit", "1").status())
                        .isEqualTo(200);
                BufferedReader late = new BufferedReader(
                        new InputStreamReader(readers.get(0).getInputStream(), StandardCharsets.US_ASCII));
                long lines = late.lines().filter(line -> line.startsWith("{")).count();
                assertThat(lines).isBetween((long) ENTRIES, ENTRIES + 1L);
            } finally {
                for (Socket reader : readers) {
                    reader.close();
                }
            }
        }
    }
}
