package io.pixsim.logging.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;

import org.junit.jupiter.api.Test;

class FanOutAppenderTest extends FanOnRoot {

    @Test
    void everyEventGoesToEverySink() {
        CollectingSink one = CollectingSink.started(context);
        CollectingSink other = CollectingSink.started(context);
        fan.exchange(List.of(one, other));

        log.info("first");
        log.info("second");

        assertThat(one.messages()).containsExactly("first", "second");
        assertThat(other.messages()).containsExactly("first", "second");
        assertThat(fan.written()).isEqualTo(2);
        assertThat(fan.failures()).isZero();
    }

    @Test
    void anExchangeGivesBackTheOldSinksAndHandsEventsToTheNew() {
        CollectingSink old = CollectingSink.started(context);
        CollectingSink replacement = CollectingSink.started(context);
        assertThat(fan.exchange(List.of(old))).isEmpty();
        log.info("before");

        assertThat(fan.exchange(List.of(replacement))).containsExactly(old);
        log.info("after");

        assertThat(fan.sinks()).containsExactly(replacement);
        assertThat(old.messages()).containsExactly("before");
        assertThat(replacement.messages()).containsExactly("after");
    }

    @Test
    void aSinkThatThrowsCostsTheOthersNothingAndIsCounted() {
        CollectingSink before = CollectingSink.started(context);
        CollectingSink after = CollectingSink.started(context);
        BareSink broken = new BareSink(event -> {
            throw new IllegalStateException("disk full");
        });
        fan.exchange(List.of(before, broken, after));

        assertThatNoException().isThrownBy(() -> {
            log.info("first");
            log.info("second");
        });

        assertThat(before.messages()).containsExactly("first", "second");
        assertThat(after.messages()).containsExactly("first", "second");
        assertThat(fan.failures()).isEqualTo(2);
        assertThat(fan.written()).isEqualTo(2);
    }

    @Test
    void evenAnErrorOfASinkNeverReachesTheCaller() {
        CollectingSink after = CollectingSink.started(context);
        BareSink broken = new BareSink(event -> {
            throw new NoClassDefFoundError("Gone");
        });
        fan.exchange(List.of(broken, after));

        assertThatNoException().isThrownBy(() -> log.info("first"));

        assertThat(after.messages()).containsExactly("first");
        assertThat(fan.failures()).isEqualTo(1);
    }

    @Test
    void anExchangeAfterASinkThrewDoesNotWaitForIt() {
        BareSink broken = new BareSink(event -> {
            throw new IllegalStateException("disk full");
        });
        fan.exchange(List.of(broken));
        log.info("first");

        fan.exchange(List.of());

        assertThat(fan.sinks()).isEmpty();
    }

    @Test
    void stoppingTheFanStopsItsSinks() {
        CollectingSink one = CollectingSink.started(context);
        CollectingSink other = CollectingSink.started(context);
        fan.exchange(List.of(one, other));

        fan.stop();
        log.info("too late");

        assertThat(one.isStarted()).isFalse();
        assertThat(other.isStarted()).isFalse();
        assertThat(one.messages()).isEmpty();
        assertThat(fan.written()).isZero();
    }
}
