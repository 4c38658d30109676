package io.pixsim.logging.collector.contract;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Running;
import io.pixsim.logging.collector.ServeChild;
import org.junit.jupiter.api.Test;

/** A process that is killed while it takes events: what it answered for is there, once. */
public abstract class KillContract {

    /** More of them by hand: {@code -Dpixsim.kill.rounds=100}. */
    private static final int ROUNDS = Integer.getInteger("pixsim.kill.rounds", 2);

    private static final int SENDERS = 4;
    private static final int ENOUGH = 40;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();

    /** An empty store. */
    protected abstract TestStore newStore() throws Exception;

    /** The options by which the command is told of a store. */
    protected abstract List<String> options(TestStore store);

    @Test
    void everyEventThatWasAnsweredForIsThereAfterARestart() throws Exception {
        try (TestStore store = newStore()) {
            everyEventIsThere(store);
        }
    }

    private void everyEventIsThere(TestStore store) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (ServeChild child = ServeChild.start(ServeChild.onClassPath(), options(store))) {
                List<Thread> senders = startSenders(child);
                int enough = acknowledged.size() + ENOUGH;
                await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= enough);

                child.kill();

                for (Thread sender : senders) {
                    sender.join();
                }
            }
        }

        try (Running after = Running.on(store)) {
            List<String> stored = storedMessages(after.client);
            assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    private List<Thread> startSenders(ServeChild child) {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Thread sender = new Thread(() -> sendUntilItIsGone(new Client(child.url())));
            sender.start();
            senders.add(sender);
        }
        return senders;
    }

    private void sendUntilItIsGone(Client client) {
        while (true) {
            Set<String> batch = new HashSet<>();
            StringBuilder events = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                String message = "m" + number.incrementAndGet();
                batch.add(message);
                events.append(i == 0 ? "" : ",")
                        .append("{\"level\":\"info\",\"service\":\"killed\",\"msg\":\"" + message
                                + "\",\"event_uid\":\"" + message + "\"}");
            }
            try {
                if (client.batch(events.toString()).status() == 200) {
                    acknowledged.addAll(batch);
                }
            } catch (AssertionError gone) {
                return;
            }
        }
    }

    private static List<String> storedMessages(Client client) {
        List<String> messages = new ArrayList<>();
        for (Map<String, Object> line : client.get(API + "/export", "service", "killed")
                .text()
                .lines()
                .map(text -> new Client.Answer(200, Map.of(), text.getBytes(StandardCharsets.UTF_8)).object())
                .toList()) {
            messages.add(String.valueOf(line.get("msg")));
        }
        return messages;
    }
}
