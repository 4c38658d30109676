package io.pixsim.logging.collector.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class AskersTest {

    private static final Reply ANSWER = Reply.json(new byte[] {'1'});

    private final Askers askers = new Askers();

    @Test
    void whoAsksAnewHasTheLastQuestionGivenUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Askers.Turn first = askers.turn("page-list;1");
        CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(() -> first.take(() -> {
            begun.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            assertThat(first.isOutdated()).isTrue();
            return Askers.outdated();
        }));
        begun.await();

        Askers.Turn second = askers.turn("page-list;2");

        assertThat(answer.get().status()).isEqualTo(409);
        assertThat(second.take(() -> ANSWER)).isSameAs(ANSWER);
    }

    @Test
    void aQuestionThatNobodyWorksOnYetIsNotBegun() {
        Askers.Turn first = askers.turn("page-list;1");
        askers.turn("page-list;2");

        Reply answer = first.take(() -> {
            throw new AssertionError("worked on");
        });

        assertThat(answer.status()).isEqualTo(409);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aQuestionThatWasOvertakenOnItsWayGivesWay() {
        Askers.Turn newer = askers.turn("page-list;2");
        Askers.Turn older = askers.turn("page-list;1");

        assertThat(newer.isOutdated()).isFalse();
        assertThat(older.isOutdated()).isTrue();
    }

    @Test
    void othersAreNotDisturbed() {
        Askers.Turn list = askers.turn("page-list;1");
        Askers.Turn nameless = askers.turn(null);
        askers.turn("page-other;2");
        askers.turn("other-list;2");
        askers.turn("no number");
        askers.turn(null);

        assertThat(list.take(() -> ANSWER)).isSameAs(ANSWER);
        assertThat(nameless.take(() -> ANSWER)).isSameAs(ANSWER);
    }

    @Test
    void afterAnAnswerNothingOfItIsLeft() {
        askers.turn("page-list;5").take(() -> ANSWER);

        Askers.Turn later = askers.turn("page-list;1");

        assertThat(later.take(() -> ANSWER)).isSameAs(ANSWER);
    }
}
