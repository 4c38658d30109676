package io.pixsim.logging.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import io.pixsim.logging.diagnostics.Circuit;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an exit asks of its sinks. */
class ExitFlushTest {

    /** Half a second of looks, one each 50 ms at the soonest, and the flushes before and after them. */
    private static final int MOST_FLUSHES = 12;

    private final NeverQuiet sink = new NeverQuiet();

    @AfterEach
    void remove() {
        ExitFlush.remove(sink);
    }

    @Test
    void whoeverLogsSteadilyIsHeldAfterHalfASecond() {
        ExitFlush.add(sink);

        ExitFlush.flush();

        assertThat(sink.holds).isTrue();
        assertThat(sink.flushes).isLessThanOrEqualTo(MOST_FLUSHES);
    }

    @Test
    void whatCameBeforeCallersWereHeldIsFlushed() {
        ExitFlush.add(sink);

        ExitFlush.flush();

        assertThat(sink.flushesSinceItHolds).isEqualTo(1);
    }

    /** Delivers all at once, and is handed one more event between any two looks. */
    private static final class NeverQuiet implements Delivering {

        private long accepted;
        private int flushes;
        private int flushesSinceItHolds;
        private boolean holds;

        @Override
        public DeliveryResult flush(Duration deadline) {
            flushes++;
            flushesSinceItHolds += holds ? 1 : 0;
            return DeliveryResult.NOTHING;
        }

        @Override
        public void holdCallers() {
            holds = true;
        }

        @Override
        public DeliveryResult close(Duration deadline) {
            return DeliveryResult.NOTHING;
        }

        @Override
        public DeliveryStats stats() {
            accepted++;
            return new DeliveryStats(accepted, accepted, 0, 0, 0, 0, 0, Map.of(), Duration.ZERO, null, Circuit.CLOSED);
        }
    }
}
