package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.GOOD;
import static io.pixsim.logging.test.ingest.Client.batchOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class ServerLifecycleTest {

    private final Client client = new Client();

    @Test
    void serversDoNotShareAPort() {
        try (IngestServer one = IngestServer.start();
                IngestServer other = IngestServer.start()) {
            assertThat(one.url()).isNotEqualTo(other.url());
        }
    }

    @Test
    void aClosedServerLeavesItsPort() throws Exception {
        IngestServer server = IngestServer.start();
        client.post(server.url(), batchOf(GOOD));

        server.close();

        assertThatThrownBy(() -> client.post(server.url(), batchOf(GOOD))).isInstanceOf(ConnectException.class);
    }

    @Test
    void aClosedServerLeavesNoThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        IngestServer server = IngestServer.start();
        server.respond(Answer.hang());
        var hanging = client.postAsync(server.url(), batchOf(GOOD));
        server.awaitBatches(1);
        Set<Thread> started = serverThreads(before);

        server.close();

        assertThatThrownBy(hanging::get).hasCauseInstanceOf(IOException.class);
        assertThat(started).isNotEmpty();
        for (Thread thread : started) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void everyThreadOfTheServerIsADaemon() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (IngestServer server = IngestServer.start()) {
            assertThat(serverThreads(before)).isNotEmpty().allMatch(Thread::isDaemon);
            assertThat(server.batches()).isEmpty();
        }
    }

    @Test
    void aServerThatWasDownIsUpAgainAtTheSamePlace() throws Exception {
        try (IngestServer server = IngestServer.start()) {
            client.post(server.url(), batchOf(GOOD));

            server.down();
            assertThatThrownBy(() -> client.post(server.url(), batchOf(GOOD))).isInstanceOf(IOException.class);
            server.up();
            client.post(server.url(), batchOf(GOOD));

            assertThat(server.events()).hasSize(2);
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        IngestServer server = IngestServer.start();
        server.close();

        assertThatCode(server::close).doesNotThrowAnyException();
    }

    @Test
    void whatWasRecordedOutlivesTheServer() throws Exception {
        IngestServer server = IngestServer.start();
        client.post(server.url(), batchOf(GOOD));

        server.close();

        assertThat(server.events()).hasSize(1);
        assertThat(server.awaitEvents(1)).hasSize(1);
    }

    private static Set<Thread> serverThreads(Set<Thread> before) {
        Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        started.removeIf(thread -> thread.getName().startsWith("HttpClient"));
        return started;
    }
}
