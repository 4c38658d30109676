package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A node that is killed and comes back. */
@EnabledIf(
        value = "io.pixsim.logging.collector.store.opensearch.OpenSearchNode#canBeStarted",
        disabledReason = "no OpenSearch that may be killed: -Popensearch brings one")
class NodeFaultsTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private OpenSearchNode node;
    private LogStore store;

    @BeforeEach
    void open() throws Exception {
        node = OpenSearchNode.startNew();
        store = new OpenSearchPlace(node.address()).open(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
        node.close();
    }

    @Test
    void whatWasAnsweredOutlivesTheNodeAndNothingElseIsAnswered() throws Exception {
        Map<Integer, CompletableFuture<Appended>> answers = new HashMap<>();
        CountDownLatch some = new CountDownLatch(5);
        for (int i = 0; i < 60; i++) {
            CompletableFuture<Appended> answer = store.append(new Append(null, rows(i)));
            answers.put(i, answer.whenComplete((appended, failure) -> some.countDown()));
            if (i == 5) {
                assertThat(some.await(2, TimeUnit.MINUTES)).isTrue();
            }
        }
        node.kill();
        List<Integer> answered = new ArrayList<>();
        for (Map.Entry<Integer, CompletableFuture<Appended>> answer : answers.entrySet()) {
            if (isStored(answer.getValue())) {
                answered.add(answer.getKey());
            }
        }
        assertThat(answered).isNotEmpty();

        assertThatThrownBy(() -> Rows.append(store, Rows.row("down").build()))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("no answer from");
        await().atMost(LONG).until(() -> store.trouble().isPresent());
        assertThatThrownBy(() -> store.count(EntryFilter.all(), 1)).isInstanceOf(StoreException.class);

        node.start();
        await().atMost(LONG).until(() -> isStored(store.append(new Append(null, List.of(Rows.row("back", "back"))))));
        await().atMost(LONG).until(() -> store.trouble().isEmpty());
        await().atMost(LONG).until(() -> Rows.messages(store).contains("back"));
        for (int i : answered) {
            assertThat(Rows.messages(store)).contains("m" + i + ".0", "m" + i + ".9");
        }

        int again = 0;
        for (int i = 0; i < 60; i++) { // as a sender does that has had no answer
            again += store.append(new Append(null, rows(i)))
                    .get(2, TimeUnit.MINUTES)
                    .stored();
        }
        assertThat(again).isLessThanOrEqualTo(600 - 10 * answered.size());
        await().atMost(LONG).until(() -> store.count(EntryFilter.all(), Long.MAX_VALUE), count -> count == 601);
    }

    private static List<LogEntry> rows(int request) {
        return IntStream.range(0, 10)
                .mapToObj(i -> Rows.row("m" + request + "." + i, request + ":" + i))
                .toList();
    }

    private static boolean isStored(CompletableFuture<Appended> answer) throws InterruptedException, TimeoutException {
        try {
            answer.get(2, TimeUnit.MINUTES);
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
