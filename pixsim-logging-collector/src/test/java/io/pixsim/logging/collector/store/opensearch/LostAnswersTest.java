package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.opensearch.ProxyOfNode.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections to a real node that break, and a node that has too much to do. */
@NeedsOpenSearch
class LostAnswersTest {

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private ProxyOfNode proxy;
    private OpenSearchPlace place;
    private LogStore store;

    @BeforeEach
    void open() throws Exception {
        proxy = new ProxyOfNode(OpenSearchNode.sharedAddress());
        place = new OpenSearchPlace(proxy.address());
        store = place.open(Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        place.close();
        proxy.close();
    }

    @Test
    void whatIsStoredAlthoughTheAnswerIsLostIsAnsweredAsStoredAndStoredOnce() throws Exception {
        proxy.next(Fault.ANSWER_LOST);

        Appended appended = Rows.append(
                store, Rows.row("named", "run:1"), Rows.row("unnamed").build());

        assertThat(appended).isEqualTo(new Appended(1, 2, List.of()));
        assertThat(Rows.messages(store)).containsExactly("named", "unnamed");
    }

    @Test
    void whatWasStoredBeforeIsNoNewsWhenAnAnswerIsLost() throws Exception {
        Rows.append(store, Rows.row("old", "run:1"));
        proxy.next(Fault.ANSWER_LOST);

        Appended appended = Rows.append(store, Rows.row("old", "run:1"), Rows.row("new", "run:2"));

        assertThat(appended.stored()).isEqualTo(1);
        assertThat(appended.repeated()).isEqualTo(1);
        assertThat(Rows.messages(store)).containsExactly("old", "new");
    }

    @Test
    void aNodeThatHasTooMuchToDoIsAskedAgain() throws Exception {
        proxy.next(Fault.REFUSED);
        proxy.next(Fault.REFUSED);

        assertThat(Rows.append(store, Rows.row("m").build()).stored()).isEqualTo(1);
    }

    @Test
    void whenItStaysSoTheSenderIsToldToTryLaterAndNothingIsStored() throws Exception {
        IntStream.range(0, 100).forEach(i -> proxy.next(Fault.REFUSED));

        assertThatThrownBy(() -> Rows.append(store, Rows.row("m").build()))
                .hasCauseInstanceOf(StoreException.Busy.class)
                .hasMessageContaining("too much");

        assertThat(Rows.messages(store)).isEmpty();
        assertThat(store.trouble()).isPresent();
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUp() throws Exception {
        OpenSearchOptions hurried = place.options().withMaxQueryTime(Duration.ofNanos(1));
        try (LogStore asked = OpenSearchStore.open(hurried, Clock.systemUTC())) {
            assertThatThrownBy(() -> asked.count(EntryFilter.all(), 1))
                    .isInstanceOf(StoreException.TooSlow.class)
                    .hasMessageContaining("ask for a shorter time");
        }
    }

    @Test
    void whateverBreaksInBetweenEachEntryIsStoredOnce() throws Exception {
        Random random = new Random(5);
        List<CompletableFuture<Appended>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(3) == 0) {
                proxy.next(FAULTS.get(random.nextInt(FAULTS.size())));
            }
            List<LogEntry> rows = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(5); n++) {
                rows.add(Rows.row("m" + i + "." + n)
                        .uid(random.nextBoolean() ? i + ":" + n : null)
                        .build());
            }
            answers.add(store.append(new Append(null, rows)));
            if (random.nextInt(4) == 0) {
                answers.get(i).get(2, TimeUnit.MINUTES);
            }
        }

        long stored = 0;
        for (CompletableFuture<Appended> answer : answers) {
            stored += answer.get(2, TimeUnit.MINUTES).stored();
        }

        assertThat(store.count(EntryFilter.all(), Long.MAX_VALUE)).isEqualTo(stored);
        assertThat(Rows.messages(store)).doesNotHaveDuplicates();
    }
}
