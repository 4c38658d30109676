package io.pixsim.logging.collector.store.postgres;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Running;
import org.junit.jupiter.api.Test;

/** A database that goes down, and comes back: what was answered with success is there, and all goes on by itself. */
class OutageTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void whileItIsDownNothingIsPromisedAndAfterwardsNothingIsMissing() throws Exception {
        Server server = Server.shared();
        try (TestDatabase database = new TestDatabase();
                Running running = Running.on(database)) {
            Client client = running.client;
            AtomicBoolean over = new AtomicBoolean();
            Thread sender = new Thread(() -> sendUntil(over, client));
            sender.start();
            await().atMost(LONG).until(() -> acknowledged.size() >= 20);

            server.stop();

            await().atMost(LONG).until(() -> refused.get() > 0);
            await().atMost(LONG).until(() -> client.get("/ready").status() == 503);
            assertThat(client.get("/health").status()).isEqualTo(200);
            assertThat(client.get(API + "/query").status()).isEqualTo(503);
            over.set(true);
            sender.join();

            server.start();

            // Nobody sends anything by now.
            await().atMost(LONG).until(() -> client.get("/ready").status() == 200);
            assertThat(client.batch("{\"level\":\"info\",\"service\":\"after\"}")
                            .status())
                    .isEqualTo(200);
            List<String> stored = client.get(API + "/export", "service", "outage")
                    .text()
                    .lines()
                    .map(line -> line.replaceAll(".*\"msg\":\"(m\\d+)\".*", "$1"))
                    .toList();
            assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    private void sendUntil(AtomicBoolean over, Client client) {
        while (!over.get()) {
            String message = "m" + number.incrementAndGet();
            String event = "{\"level\":\"info\",\"service\":\"outage\",\"msg\":\"" + message + "\",\"event_uid\":\""
                    + message + "\"}";
            Client.Answer answer = client.batch(event);
            if (answer.status() == 200) {
                acknowledged.add(message);
            } else {
                assertThat(answer.header("Retry-After")).isNotEmpty();
                refused.incrementAndGet();
            }
        }
    }
}
