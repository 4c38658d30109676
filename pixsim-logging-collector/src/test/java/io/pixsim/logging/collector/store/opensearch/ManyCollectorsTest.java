package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some collectors over one cluster. */
@NeedsOpenSearch
class ManyCollectorsTest {

    private static final int REQUESTS = 80;

    private final Clock clock = new DayClock(Rows.MONDAY);
    private OpenSearchPlace place;
    private LogStore one;
    private LogStore two;
    private LogStore viewer;

    @BeforeEach
    void open() throws Exception {
        place = new OpenSearchPlace();
        one = place.open(clock);
        two = place.open(clock);
        viewer = place.open(clock);
    }

    @AfterEach
    void close() throws Exception {
        one.close();
        two.close();
        viewer.close();
        place.close();
    }

    @Test
    void whoeverFollowsSeesEachEntryOnceInTheOrderOfIds() throws Exception {
        Random random = new Random(11);
        List<CompletableFuture<Appended>> answers = new ArrayList<>();
        int sent = 0;
        for (int i = 0; i < REQUESTS; i++) {
            List<LogEntry> rows = IntStream.rangeClosed(0, random.nextInt(20))
                    .mapToObj(n -> Rows.row("m").build())
                    .toList();
            sent += rows.size();
            answers.add((random.nextBoolean() ? one : two).append(new Append(null, rows)));
        }

        List<Long> seen = followed(sent);

        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(sent);
        Set<Long> stored = new TreeSet<>();
        for (CompletableFuture<Appended> answer : answers) {
            Appended appended = answer.get(2, TimeUnit.MINUTES);
            for (long id = appended.firstId(); id < appended.firstId() + appended.stored(); id++) {
                stored.add(id);
            }
        }
        assertThat(seen).containsExactlyElementsOf(stored);
    }

    /** Never asks again for what is below what was seen. */
    private List<Long> followed(int count) {
        List<Long> seen = new ArrayList<>();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
            EntryPage page =
                    viewer.query(new EntryQuery(EntryFilter.all(), Order.ARRIVAL, Position.afterId(last), 0, 50));
            page.entries().forEach(entry -> seen.add(entry.id()));
            return seen.size() >= count;
        });
        return seen;
    }

    @Test
    void whatOthersStoreIsToldToThoseWhoListen() throws Exception {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        viewer.onAppend(() -> told.complete(true));

        Rows.append(one, Rows.row("m").build());

        assertThat(told.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(viewer.lastId()).isEqualTo(one.lastId());
    }

    @Test
    void anEventThatComesToTwoCollectorsIsStoredOnce() throws Exception {
        List<LogEntry> rows =
                IntStream.range(0, 500).mapToObj(i -> Rows.row("m", "run:" + i)).toList();

        CompletableFuture<Appended> first = one.append(new Append(null, rows));
        CompletableFuture<Appended> second = two.append(new Append(null, rows));

        int stored = first.get(1, TimeUnit.MINUTES).stored()
                + second.get(1, TimeUnit.MINUTES).stored();
        assertThat(stored).isEqualTo(500);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> viewer.count(EntryFilter.all(), Long.MAX_VALUE), count -> count == 500);
    }

    @Test
    void aCollectorThatEndedInTheMidstHidesOthersOnlyForAWhile() throws Exception {
        try (Cluster cluster = new Cluster(place.options())) {
            new Register(cluster, new Names(place.options().prefix())).open(10); // and is never heard of again

            Appended appended = Rows.append(one, Rows.row("durable").build());

            assertThat(Rows.messages(one)).isEmpty();
            assertThat(one.find(appended.firstId())).isPresent();
            await().atMost(Duration.ofMinutes(2)).until(() -> Rows.messages(viewer), List.of("durable")::equals);
        }
    }
}
