package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for much and reads nothing holds no thread: others are answered, and he himself is when he reads at last. */
class SlowReaderTest {

    private static final int READERS = 20;
    private static final int LATE = 3;
    private static final int ENTRIES = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/export", "/context/20?before=1000&after=1000"})
    void answersThatNobodyReadsHoldUpNobody(String question) throws Exception {
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
                    reader.getOutputStream()
                            .write(("GET " + API + question + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }

                assertThat(running.client.batch(event).object()).containsEntry("count", 1L);
                assertThat(running.client.get(API + "/query", "limit", "1").status())
                        .isEqualTo(200);
                for (Socket late : readers.subList(0, LATE)) {
                    assertThat(entriesOf(late)).isBetween(ENTRIES, ENTRIES + 1);
                }
            } finally {
                for (Socket reader : readers) {
                    reader.close();
                }
            }
        }
    }

    private static int entriesOf(Socket late) throws Exception {
        String answer = new String(late.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return answer.split("\"service\":\"a\"", -1).length - 1;
    }
}
